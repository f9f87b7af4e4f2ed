package io.crosswalk.hubspot;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Asks what our app may do in HubSpot, and whose login it uses. */
public interface HubspotAccess {

    /**
     * What HubSpot says of the login in use; kept as long as metadata is, and asked for anew for
     * another login.
     *
     * @return empty if HubSpot does not tell: it refuses the question, or does not know it
     * @throws io.crosswalk.records.CrmUnavailable if HubSpot does not answer, or there is no login
     */
    Optional<Granted> granted();

    /** Makes the next {@link #granted} ask HubSpot. */
    void forgetGranted();

    /**
     * @param scopes {@code crm.objects.contacts.read}, ...
     * @param portalId the account that the login belongs to; empty if HubSpot does not say
     * @param appId the app that it belongs to; empty if HubSpot does not say
     */
    record Granted(Set<String> scopes, OptionalLong portalId, OptionalLong appId) {
        public Granted {
            scopes = Set.copyOf(scopes);
        }
    }
}
