package io.crosswalk.sandbox.salesforce;

/**
 * Who calls.
 *
 * @param userId 18 characters
 */
record Actor(Kind kind, String userId) {
    enum Kind {
        /** Somebody in the browser; what plain {@code curl} without credentials counts as. */
        PERSON,
        /** Another program with its own user. */
        OTHER_API,
        /** The connected app's execution user. */
        INTEGRATION
    }

    boolean isIntegration() {
        return kind == Kind.INTEGRATION;
    }
}
