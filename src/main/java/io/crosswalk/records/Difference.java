package io.crosswalk.records;

import java.time.Instant;

/**
 * Why the sides of a mapped field differ after a look.
 *
 * @param since when a look found it first, for this reason
 */
public record Difference(Reason reason, Instant since) {

    public enum Reason {
        /** Both values were there when the sides met, and the mapping fills nothing. */
        FIRST_CONTACT(true),
        /** The rule lets one side keep what it has; or a company that was deleted is no edit. */
        RULE_KEEPS(true),
        /** A person took a write of ours back. */
        UNDONE(true),
        /** Neither value has a counterpart any more, and nobody has changed one since. */
        NO_COUNTERPART(true),
        /** The value does not fit, or the CRM refuses it; a problem says why. */
        REFUSED(true),
        /**
         * What is written to the field is changed by somebody else each time; a problem says so.
         */
        QUARANTINED(true),
        /** The mapping is paused, because it would have changed too many records. */
        PAUSED(true),
        /** It would be written, but Crosswalk only watches. */
        WATCHED(true),
        /** A write is under way, or waits for its CRM. */
        WAITING(true),
        /** Nothing that Crosswalk knows of explains it. */
        UNEXPLAINED(false);

        private final boolean explained;

        Reason(boolean explained) {
            this.explained = explained;
        }

        public boolean explained() {
            return explained;
        }
    }

    /**
     * What the breaker held, or was only watched, is decided anew in each look; while that lasts,
     * it is held again.
     */
    public boolean isHeldAnew() {
        return reason == Reason.PAUSED || reason == Reason.WATCHED;
    }

    String text() {
        return reason + "|" + since.toEpochMilli();
    }

    static Difference parse(String text) {
        int bar = text.indexOf('|');
        return new Difference(
                Reason.valueOf(text.substring(0, bar)),
                Instant.ofEpochMilli(Long.parseLong(text.substring(bar + 1))));
    }
}
