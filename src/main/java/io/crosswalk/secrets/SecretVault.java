package io.crosswalk.secrets;

import java.time.Instant;
import java.util.Optional;

/** Where secrets are kept, in versions. */
public interface SecretVault {

    /** The versions that Secrets Manager keeps of a secret. */
    enum Stage {
        CURRENT("AWSCURRENT"),
        /** Stored, but not in force yet: a rotation is under way. */
        PENDING("AWSPENDING"),
        /** What was in force before. */
        PREVIOUS("AWSPREVIOUS");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param text JSON, as a person or a rotation stored it
     * @param since when this version was stored
     */
    record Version(String text, Instant since) {
        @Override
        public String toString() {
            return "Version[since=" + since + "]";
        }
    }

    /**
     * @param id the secret's name or ARN
     * @return empty if the secret has no version of this stage
     * @throws SecretUnusable if it cannot be read
     */
    Optional<Version> read(String id, Stage stage);

    /**
     * Stores a new current version.
     *
     * @throws SecretUnusable if it cannot be stored
     */
    void write(String id, String text);
}
