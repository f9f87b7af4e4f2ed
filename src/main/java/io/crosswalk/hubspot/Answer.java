package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;

/** What HubSpot made of one request. */
sealed interface Answer {

    /** 2xx. 207 is among them: what failed stands in the body's {@code errors}. */
    record Done(JsonNode body) implements Answer {}

    /** What the request carries is wrong, and would be wrong again: 400, 404, 409, 413, 422. */
    record Refused(int status, HubspotError error) implements Answer {}

    /**
     * The same request may succeed later: limits, locks, outages, no answer, and credentials or
     * scopes, which a person mends without touching any record.
     *
     * @param after the least time to wait; zero if HubSpot names none
     */
    record Later(Duration after, String code, String message) implements Answer {

        /** What had to come first failed. */
        static Later unsent(CrmUnavailable why) {
            return new Later(why.after(), why.codeOfUnsent(), String.valueOf(why.getMessage()));
        }

        ReadOutcome.Failure failure() {
            return new ReadOutcome.Failure(after, code, message);
        }
    }

    /** For calls that are not about single records. */
    default JsonNode bodyOrThrow(String what) {
        if (this instanceof Done done) {
            return done.body();
        }
        if (this instanceof Later later) {
            throw new CrmUnavailable(
                    later.code(), "Cannot " + what + ": " + later.message(), later.after());
        }
        if (this instanceof Refused refused) {
            HubspotError error = refused.error();
            String message =
                    "Cannot "
                            + what
                            + ": HubSpot answers "
                            + refused.status()
                            + " "
                            + error.code()
                            + error.reference();
            throw refused.status() == 400 || refused.status() == 422
                    ? CrmUnavailable.refused(error.code(), message)
                    : new CrmUnavailable(error.code(), message, Duration.ZERO);
        }
        throw new AssertionError(this);
    }
}
