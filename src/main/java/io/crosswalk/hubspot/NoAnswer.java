package io.crosswalk.hubspot;

/** A request that got no whole answer. Whether HubSpot carried it out is known only to HubSpot. */
final class NoAnswer extends Exception {
    private final String code;

    /**
     * @param code {@code UNREACHABLE} when nothing can have been carried out, else {@code TIMEOUT}
     */
    NoAnswer(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
