package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ReadOutcome;
import java.time.Duration;
import java.util.List;

/** What Salesforce made of one request. */
sealed interface Answer {

    /** 2xx. What failed for single records stands in the body. */
    record Done(JsonNode body) implements Answer {}

    /** What the request carries is wrong, and would be wrong again. */
    record Refused(int status, List<SalesforceError> errors) implements Answer {
        SalesforceError first() {
            return errors.get(0);
        }
    }

    /**
     * The same request may succeed later: limits, locks, outages, no answer, and credentials or
     * permissions, which a person mends without touching any record.
     *
     * @param after the least time to wait; zero if nobody names one
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
            String code = refused.first().code();
            throw new CrmUnavailable(
                    code,
                    "Cannot " + what + ": Salesforce answers " + refused.status() + " " + code,
                    Duration.ZERO);
        }
        throw new AssertionError(this);
    }
}
