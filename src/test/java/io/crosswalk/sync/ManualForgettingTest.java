package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.Priority;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A person is forgotten by hand. */
class ManualForgettingTest {
    private static final ReadOutcome GONE =
            new ReadOutcome(Map.of(), Set.of("501"), Set.of(), null);

    private final Map<RecordKey, Link> known = new HashMap<>();
    private final Map<RecordKey, List<Noted>> marked = new HashMap<>();
    private final RecordedJournal journal = new RecordedJournal();

    private final class Store extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return known;
        }

        @Override
        public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
            marked.putAll(hints);
            return Map.of();
        }
    }

    private void forget(ReadOutcome read) {
        UnaskedHubspot hubspot =
                new UnaskedHubspot() {
                    @Override
                    public ReadOutcome read(
                            String type, Collection<String> ids, Collection<String> names) {
                        return read;
                    }
                };
        new ManualForgetting(new Store(), journal, hubspot)
                .forget(ObjectPairs.named("contact").orElseThrow(), "501");
    }

    private static ReadOutcome shownAs(String currentId) {
        CrmRecord record = new CrmRecord("501", currentId, Map.of(), SampleLink.NOON);
        return new ReadOutcome(Map.of("501", record), Set.of(), Set.of(), null);
    }

    private Refusal refused(ReadOutcome read) {
        return catchThrowableOfType(Refusal.class, () -> forget(read));
    }

    @Test
    void goneInHubspot_isMarkedAsThePrivacyDeletionWouldHaveMarkedIt() {
        known.put(SampleLink.KEY, new SampleLink().link());

        forget(GONE);

        assertThat(marked).containsExactly(Map.entry(SampleLink.KEY, List.of(Noted.FORGOTTEN)));
    }

    @Test
    void journalWithoutALink_isForgottenToo() {
        journal.with(new SampleEntry(0).entry());

        forget(GONE);

        assertThat(marked).containsOnlyKeys(SampleLink.KEY);
    }

    @Test
    void nothingIsStored_isToldSo() {
        assertThat(refused(GONE).code()).isEqualTo(RefusalCode.NOT_FOUND);
        assertThat(marked).isEmpty();
    }

    @Test
    void stillShownInHubspot_isNotForgotten() {
        known.put(SampleLink.KEY, new SampleLink().link());

        Refusal refusal = refused(shownAs("501"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.STILL_IN_HUBSPOT);
        assertThat(refusal).hasMessageContaining("HubSpot still shows the record");
        assertThat(marked).isEmpty();
    }

    @Test
    void mergedIntoOneThatIsShown_namesThatOne() {
        known.put(SampleLink.KEY, new SampleLink().link());

        Refusal refusal = refused(shownAs("502"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.STILL_IN_HUBSPOT);
        assertThat(refusal).hasMessageContaining("merged into '502'");
        assertThat(marked).isEmpty();
    }

    @Test
    void hubspotDoesNotAnswer_nothingIsForgotten() {
        known.put(SampleLink.KEY, new SampleLink().link());
        ReadOutcome.Failure away = new ReadOutcome.Failure(Duration.ZERO, "TIMEOUT", "no answer");

        Refusal refusal = refused(new ReadOutcome(Map.of(), Set.of(), Set.of("501"), away));

        assertThat(refusal.code()).isEqualTo(RefusalCode.UNAVAILABLE);
        assertThat(marked).isEmpty();
    }
}
