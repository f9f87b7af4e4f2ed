package io.crosswalk.api;

/**
 * An option of a property, or a value of a picklist.
 *
 * @param value what records hold
 */
public record OptionView(String value, String label) {}
