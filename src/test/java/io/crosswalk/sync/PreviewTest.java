package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.Shipped;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.UnaskedMappingStore;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunNote;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.records.UnaskedRecordStore;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a look would do with a contact's phone, while its mapping is paused or not. */
class PreviewTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final Mapping PHONE = SampleLink.field(SyncRule.TWO_WAY).mapping();
    private static final RunNote ALIGN =
            RunNote.align("run", PHONE.id(), PHONE.choice().ruleStamp());

    private final Clock clock = Clock.fixed(SampleLink.NOON, ZoneOffset.UTC);
    private final Phones phones = new Phones();
    private final PhoneFields fields = new PhoneFields();
    private final Mapped mappings = new Mapped();
    private Link link = new SampleLink().acknowledged("1", "1").link();

    private PreviewedAction previewed(RunNote note) {
        return field(note).action();
    }

    private Previewed.Field field(RunNote note) {
        Preview preview =
                new Preview(
                        new Stored(),
                        new RecordedJournal(),
                        phones,
                        fields,
                        SampleLink.FINGERPRINTS,
                        Shipped.config(StorageConfig.class),
                        Shipped.config(SyncConfig.class),
                        clock);
        Previewed seen =
                preview.of(
                        new MappingPlans(mappings, phones, fields, clock).plan(CONTACT),
                        Map.of(SampleLink.KEY, List.of(note)));
        assertThat(seen.fields()).hasSize(1);
        return seen.fields().get(0);
    }

    @Test
    void editThatWasMissed_wouldBeWritten() {
        phones.value = "2";

        assertThat(previewed(RunNote.look("run"))).isEqualTo(PreviewedAction.SALESFORCE_OVERWRITE);
    }

    @Test
    void editOfAPausedMapping_wouldBeHeld() {
        phones.value = "2";
        mappings.paused = Set.of(PHONE.id());

        assertThat(previewed(RunNote.look("run"))).isEqualTo(PreviewedAction.HELD);
    }

    /** Whoever lets the run go has seen it. */
    @Test
    void whatTheRunItselfAsksOfAPausedMapping_wouldBeWritten() {
        phones.value = "2";
        link = new SampleLink().acknowledged("2", "1").link();
        mappings.paused = Set.of(PHONE.id());

        assertThat(previewed(ALIGN)).isEqualTo(PreviewedAction.HUBSPOT_OVERWRITE);
    }

    @Test
    void fieldOfAPausedMappingThatIsInStep_staysSo() {
        mappings.paused = Set.of(PHONE.id());

        assertThat(previewed(RunNote.look("run"))).isEqualTo(PreviewedAction.IN_STEP);
    }

    @Test
    void valueThatDoesNotFit_isRefusedForAReasonThatManyRecordsShare() {
        phones.value = "2".repeat(41);

        Previewed.Field field = field(RunNote.look("run"));

        assertThat(field.action()).isEqualTo(PreviewedAction.REFUSED);
        assertThat(field.refused()).contains("40").doesNotContain("22");
    }

    @Test
    void valueThatWasRefusedBefore_isRefusedForTheSameReason() {
        phones.value = "2".repeat(41);
        String first = field(RunNote.look("run")).refused();
        Base refused = SampleLink.base(phones.value, "1");
        link = new SampleLink().acknowledged("1", "1").parked(refused).link();

        Previewed.Field field = field(RunNote.look("run"));

        assertThat(field.action()).isEqualTo(PreviewedAction.REFUSED);
        assertThat(field.refused()).isEqualTo(first);
    }

    @Test
    void valueThatACrmRefusedBefore_isTakenUpByItsProblem() {
        phones.value = "2";
        link = new SampleLink().acknowledged("1", "1").parked(SampleLink.base("2", "1")).link();

        assertThat(field(RunNote.look("run")).refused()).contains("its problem says why");
    }

    @Test
    void whatWouldBeWritten_isNotRefused() {
        phones.value = "2";

        assertThat(field(RunNote.look("run")).refused()).isNull();
    }

    private final class Stored extends UnaskedRecordStore {
        @Override
        public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
            return Map.of(link.key(), link);
        }
    }

    private static final class Phones extends UnaskedHubspot {
        private String value = "1";

        @Override
        public List<HubspotProperty> properties(String type) {
            return List.of(
                    new HubspotProperty(
                            "phone",
                            "Phone",
                            "string",
                            "phonenumber",
                            false,
                            false,
                            true,
                            false,
                            null,
                            List.of()));
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
            CrmRecord record = new CrmRecord("501", "501", Map.of("phone", value), SampleLink.NOON);
            return new ReadOutcome(Map.of("501", record), Set.of(), Set.of(), null);
        }

        @Override
        public Map<String, Map<String, List<Changed>>> histories(
                String type, Collection<String> ids, Collection<String> properties) {
            return Map.of();
        }
    }

    private static final class PhoneFields extends UnaskedSalesforce {
        @Override
        public List<SalesforceField> fields(String type) {
            return List.of(
                    new SalesforceField(
                            "Phone", "Phone", "phone", false, 40, 0, 0, true, false, true, false,
                            List.of(), List.of()));
        }

        @Override
        public ReadOutcome read(String type, Collection<String> ids, Collection<String> fields) {
            String id = SampleLink.PARTNER;
            CrmRecord record = new CrmRecord(id, id, Map.of("Phone", "1"), SampleLink.NOON);
            return new ReadOutcome(Map.of(id, record), Set.of(), Set.of(), null);
        }
    }

    private static final class Mapped extends UnaskedMappingStore {
        private Set<String> paused = Set.of();

        @Override
        public ObjectSettings settings(String object) {
            return new ObjectSettings(true, 1, paused);
        }

        @Override
        public List<Mapping> mappings(String object) {
            return List.of(PHONE);
        }
    }
}
