package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.AwaitedPartners;
import io.crosswalk.records.AwaitedPartners.Waiting;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.InMemoryAwaitedPartners;
import io.crosswalk.records.Link;
import io.crosswalk.records.MatchNotes;
import io.crosswalk.records.MatchNotes.Notes;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.simulation.InMemoryMatchNotes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A person parts two records. */
class ManualLinksTest {
    private static final RecordKey PARTNER = RecordKey.salesforce("contact", SampleLink.PARTNER);

    /** All that is asked of it is to say who is linked to whom. */
    private static class LinkedStore extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return Map.of(SampleLink.KEY, new SampleLink().link());
        }

        @Override
        public void unlink(String object, String hubspotId, String salesforceId) {
            // The notes are what the tests look at.
        }
    }

    private static ManualLinks links() {
        return links(new InMemoryMatchNotes(), new UnaskedHubspot());
    }

    private static ManualLinks links(MatchNotes notes, HubspotClient hubspot) {
        return links(new LinkedStore(), notes, new InMemoryAwaitedPartners(), hubspot);
    }

    private static ManualLinks links(
            RecordStore store, MatchNotes notes, AwaitedPartners awaited, HubspotClient hubspot) {
        return new ManualLinks(
                store,
                notes,
                awaited,
                new RecordedProblems(),
                hubspot,
                new UnaskedSalesforce(),
                SampleLink.FINGERPRINTS,
                Shipped.config(SyncConfig.class),
                Clock.systemUTC());
    }

    @Test
    void partnerIsAnotherThanThePersonSaw_nothingIsParted() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                links().unlink(
                                                ObjectPairs.named("contact").orElseThrow(),
                                                "501",
                                                "003000000000002AAA"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.LINKED_OTHERWISE);
        assertThat(refusal).hasMessageContaining("by now it has another partner");
    }

    /** Whom the Salesforce record is not to be paired with once the two were parted. */
    private static Notes notesOfThePartner(ReadOutcome inHubspot) {
        MatchNotes notes = new InMemoryMatchNotes();
        UnaskedHubspot hubspot =
                new UnaskedHubspot() {
                    @Override
                    public ReadOutcome read(
                            String type, Collection<String> ids, Collection<String> names) {
                        return inHubspot;
                    }
                };

        links(notes, hubspot).unlink(ObjectPairs.named("contact").orElseThrow(), "501", null);

        return notes.load(List.of(PARTNER)).get(PARTNER);
    }

    @Test
    void goneInHubspot_nobodyIsMadeThereAnewOfThePartner() {
        Notes noted = notesOfThePartner(new ReadOutcome(Map.of(), Set.of("501"), Set.of(), null));

        assertThat(noted.declines(MatchNotes.ANYBODY)).isTrue();
    }

    @Test
    void bothAreThere_thePartnerMayFindAnother() {
        CrmRecord record = new CrmRecord("501", "501", Map.of(), SampleLink.NOON);

        Notes noted =
                notesOfThePartner(new ReadOutcome(Map.of("501", record), Set.of(), Set.of(), null));

        assertThat(noted.declines("501")).isTrue();
        assertThat(noted.declines(MatchNotes.ANYBODY)).isFalse();
    }

    @Test
    void companiesAreParted_contactThatWaitsForTheirAccountIsLookedAt() {
        RecordKey account = RecordKey.salesforce("company", "001000000000007AAA");
        InMemoryAwaitedPartners awaited = new InMemoryAwaitedPartners();
        awaited.await(Map.of(account, Set.of(new Waiting(SampleLink.KEY, "m"))));
        List<RecordKey> lookedAt = new ArrayList<>();
        RecordStore store =
                new LinkedStore() {
                    @Override
                    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
                        RecordKey company = RecordKey.hubspot("company", "7");
                        return Map.of(
                                company,
                                new Link(
                                        company,
                                        account.recordId(),
                                        Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                                        Map.of(),
                                        Map.of(),
                                        Findings.NONE));
                    }

                    @Override
                    public boolean retry(RecordKey link, @Nullable String mappingId) {
                        return lookedAt.add(link);
                    }
                };
        UnaskedHubspot hubspot =
                new UnaskedHubspot() {
                    @Override
                    public ReadOutcome read(
                            String type, Collection<String> ids, Collection<String> names) {
                        return new ReadOutcome(Map.of(), Set.of("7"), Set.of(), null);
                    }
                };

        links(store, new InMemoryMatchNotes(), awaited, hubspot)
                .unlink(ObjectPairs.named("company").orElseThrow(), "7", null);

        assertThat(lookedAt).containsExactly(SampleLink.KEY);
        assertThat(awaited.of(account, 10)).isEmpty();
    }
}
