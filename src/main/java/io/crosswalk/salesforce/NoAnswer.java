package io.crosswalk.salesforce;

/**
 * A request that got no whole answer. Whether Salesforce carried it out is known only to
 * Salesforce.
 */
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
