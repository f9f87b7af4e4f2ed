package io.crosswalk.records;

/** How much a problem matters. Ordered from mild to grave. */
public enum ProblemSeverity {
    /** Everything is written as yet, but some value will not be. */
    WARNING,
    /** Something is not written. */
    ISSUE
}
