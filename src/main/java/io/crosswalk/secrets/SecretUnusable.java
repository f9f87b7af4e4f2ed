package io.crosswalk.secrets;

/** A secret cannot be read, or lacks what is needed of it. The text names it, never its value. */
public final class SecretUnusable extends RuntimeException {
    public SecretUnusable(String message) {
        super(message);
    }

    /**
     * @param cause what Secrets Manager said; it has no values
     */
    public SecretUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
