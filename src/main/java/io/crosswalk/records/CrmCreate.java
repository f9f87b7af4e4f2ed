package io.crosswalk.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to be made.
 *
 * @param key the caller's own name for it; at most once per batch
 * @param values wire text per property or field; without blanks. Not empty
 */
public record CrmCreate(String key, Map<String, @Nullable String> values) {}
