package io.crosswalk.sandbox.salesforce;

/**
 * Who calls.
 *
 * @param userId 18 characters
 * @param allowsDuplicates whether duplicate rules that only alert are answered with yes
 */
record Actor(Kind kind, String userId, boolean allowsDuplicates) {
    Actor(Kind kind, String userId) {
        this(kind, userId, false);
    }

    Actor allowingDuplicates() {
        return new Actor(kind, userId, true);
    }

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
