package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.salesforce.SalesforceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * The CRMs' metadata, as fresh as a question needs it: the clients keep it for minutes, but who has
 * just made a property does not wait that long to map it.
 */
@ApplicationScoped
public class CrmMetadata {
    /** However many unknown names are asked for, both CRMs are asked anew once in this time. */
    private static final Duration REFRESHED_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final Clock clock;
    private final AtomicReference<Instant> forgottenAt = new AtomicReference<>(Instant.EPOCH);

    public CrmMetadata(HubspotClient hubspot, SalesforceClient salesforce, Clock clock) {
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.clock = clock;
    }

    /**
     * @throws io.crosswalk.records.CrmUnavailable if it is needed and cannot be had
     */
    public ObjectMetadata of(ObjectPair object) {
        return ObjectMetadata.of(
                object,
                hubspot.properties(object.hubspotType()),
                salesforce.fields(object.salesforceType()));
    }

    /** Asks the CRMs anew, if what is known already lacks something and is not quite new. */
    public ObjectMetadata of(ObjectPair object, Predicate<ObjectMetadata> complete) {
        ObjectMetadata known = of(object);
        if (complete.test(known)) {
            return known;
        }
        Instant now = clock.instant();
        Instant before = forgottenAt.get();
        if (before.plus(REFRESHED_AT_MOST_EVERY).isAfter(now)
                || !forgottenAt.compareAndSet(before, now)) {
            return known;
        }
        return fresh(object);
    }

    /** As the CRMs say now. */
    public ObjectMetadata fresh(ObjectPair object) {
        hubspot.forgetMetadata();
        salesforce.forgetMetadata();
        return of(object);
    }
}
