package io.crosswalk.salesforce;

import io.crosswalk.http.SharedLogin;
import java.time.Instant;

/**
 * What calls to Salesforce are authorised with.
 *
 * @param instanceUrl the base of all calls, without a slash at its end; may be another one after
 *     the next login
 * @param until when to log in again
 */
record Session(String token, String instanceUrl, Instant until) implements SharedLogin.Grant {
    @Override
    public String toString() {
        return "Session[" + instanceUrl + ", until=" + until + "]";
    }
}
