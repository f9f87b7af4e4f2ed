package io.crosswalk.http;

/** A request that got no whole answer. Whether it was carried out is known only over there. */
public final class NoAnswer extends Exception {
    private final String code;

    /**
     * @param code {@code UNREACHABLE} when nothing can have been carried out, else {@code TIMEOUT}
     */
    NoAnswer(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
