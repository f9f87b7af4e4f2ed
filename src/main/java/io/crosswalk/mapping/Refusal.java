package io.crosswalk.mapping;

/** The user asked for something that cannot be done. Nothing was changed. */
public final class Refusal extends RuntimeException {
    private final RefusalCode code;

    /**
     * @param message what happened, to which names (quoted), why, and what to do
     */
    public Refusal(RefusalCode code, String message) {
        // The stack says nothing about a user's request.
        super(message, null, false, false);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
