package io.crosswalk.hubspot;

import io.crosswalk.http.SharedLogin;
import java.time.Instant;

/**
 * What calls to HubSpot are authorised with.
 *
 * @param until when to log in again; earlier than HubSpot's own expiry
 */
record AccessToken(String token, Instant until) implements SharedLogin.Grant {
    @Override
    public String toString() {
        return "AccessToken[until=" + until + "]";
    }
}
