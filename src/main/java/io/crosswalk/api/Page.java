package io.crosswalk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next to pass as {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
