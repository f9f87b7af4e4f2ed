package io.crosswalk.sandbox.salesforce;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated org is made.
 *
 * @param contacts, companies, deals sizes of the data set, as HubSpot counts them
 * @param clientId the connected app's consumer key
 * @param jwtKey what JWT bearer assertions are verified with; null accepts any well-formed one
 * @param sessionMinutes how long a token lives after its last use
 * @param dailyCalls API calls per 24 hours
 */
public record SalesforceSettings(
        int contacts,
        int companies,
        int deals,
        String clientId,
        String clientSecret,
        @Nullable PublicKey jwtKey,
        int sessionMinutes,
        int dailyCalls) {

    /** 200 contacts, 60 companies, 80 deals; 115,000 calls a day. */
    public static SalesforceSettings standard() {
        return new SalesforceSettings(
                200, 60, 80, "crosswalk-app", "sandbox-client-secret", null, 120, 115_000);
    }

    public SalesforceSettings withRecords(int contacts, int companies, int deals) {
        return new SalesforceSettings(
                contacts,
                companies,
                deals,
                clientId,
                clientSecret,
                jwtKey,
                sessionMinutes,
                dailyCalls);
    }

    public SalesforceSettings withJwtKey(@Nullable PublicKey key) {
        return new SalesforceSettings(
                contacts,
                companies,
                deals,
                clientId,
                clientSecret,
                key,
                sessionMinutes,
                dailyCalls);
    }

    public SalesforceSettings withLimits(int sessionMinutes, int dailyCalls) {
        return new SalesforceSettings(
                contacts,
                companies,
                deals,
                clientId,
                clientSecret,
                jwtKey,
                sessionMinutes,
                dailyCalls);
    }
}
