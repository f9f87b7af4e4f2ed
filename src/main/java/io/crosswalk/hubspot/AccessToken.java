package io.crosswalk.hubspot;

import io.crosswalk.http.SharedLogin;
import io.crosswalk.hubspot.HubspotAccess.Granted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What calls to HubSpot are authorised with.
 *
 * @param until when to log in again; earlier than HubSpot's own expiry
 * @param login what it was got with
 * @param granted what HubSpot said of it with it; null if it did not
 */
record AccessToken(
        String token, Instant until, HubspotCredentials.Login login, @Nullable Granted granted)
        implements SharedLogin.Grant {
    @Override
    public String toString() {
        return "AccessToken[until=" + until + "]";
    }
}
