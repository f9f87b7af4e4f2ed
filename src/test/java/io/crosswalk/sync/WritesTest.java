package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Later;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a record's fields when a CRM refuses some of them. */
class WritesTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();

    private final RecordedJournal journal = new RecordedJournal();
    private final RecordedProblems problems = new RecordedProblems();
    private final List<String> told = new ArrayList<>();
    private final Writes writes =
            new Writes(
                    journal,
                    SampleLink.FINGERPRINTS,
                    new Backoff(new Random(1)),
                    new ScopeProblems(
                            new HubspotScopes(
                                    new OneMapping(), new UnaskedHubspot(), new SaidAccess()),
                            problems,
                            CLOCK),
                    new Told(),
                    CLOCK);

    private final class Told implements LookListener {
        @Override
        public void taken(int links) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void written(@Nullable Duration lag) {
            told.add("written after " + lag);
        }

        @Override
        public void failed() {
            told.add("failed");
        }

        @Override
        public void looked(Look look) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void made(RecordKey link, String salesforceId, Side side) {
            throw new AssertionError("not asked for");
        }
    }

    /** Refuses a record as long as it has one of the fields, and names one of them at a time. */
    private static class Refusing extends UnaskedSalesforce {
        private final List<String> bad;
        private final List<Set<String>> sent = new ArrayList<>();

        Refusing(String... bad) {
            this.bad = List.of(bad);
        }

        @Override
        public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (CrmWrite write : writes) {
                sent.add(new TreeSet<>(write.values().keySet()));
                outcomes.add(outcome(write));
            }
            return outcomes;
        }

        private WriteOutcome outcome(CrmWrite write) {
            for (String name : bad) {
                if (write.values().containsKey(name)) {
                    return new WriteOutcome.Rejected(
                            write.id(), "NO_" + name, "bad", List.of(name));
                }
            }
            return new WriteOutcome.Written(write.id(), Map.of());
        }
    }

    private static FieldDecision decision(String field) {
        Value value = Value.of("new");
        Base after = SampleLink.FINGERPRINTS.base(SampleLink.KEY, "m-" + field, value, value);
        return new FieldDecision(
                SampleLink.field("m-" + field, field.toLowerCase(), field, SyncRule.TWO_WAY),
                value,
                Value.BLANK,
                null,
                after,
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.HUBSPOT_CHANGED,
                new Write(Side.SALESFORCE, value, after));
    }

    private static LinkWork work(String... fields) {
        List<FieldDecision> decisions = new ArrayList<>();
        for (String field : fields) {
            decisions.add(decision(field));
        }
        return new LinkWork(new SampleLink().seen("new", "old"), decisions);
    }

    private JournalEntry journalled(LinkWork work, String field) {
        JournalEntry entry = new SampleEntry(1).wrote(Side.SALESFORCE, "new").entry();
        work.entries.put("m-" + field, entry);
        journal.with(entry);
        return entry;
    }

    @Test
    void fieldsRefusedOneAfterTheOther_costTheOthersNothing() {
        LinkWork work = work("A", "B", "Good");
        Refusing salesforce = new Refusing("A", "B");

        writes.send(salesforce, CONTACT, List.of(work));

        assertThat(salesforce.sent).last().isEqualTo(Set.of("Good"));
        assertThat(work.refusals()).containsOnlyKeys("m-A", "m-B");
        assertThat(work.isSettled("m-Good")).isTrue();
        assertThat(told).containsExactly("written after null");
    }

    @Test
    void stillRefusedInTheLastRound_theGoodFieldIsTriedLaterAndNotSaidToBeRefused() {
        LinkWork work = work("A", "B", "C", "Good");
        journalled(work, "Good");

        writes.send(new Refusing("A", "B", "C"), CONTACT, List.of(work));

        assertThat(work.refusals()).containsOnlyKeys("m-A", "m-B", "m-C");
        assertThat(work.isSettled("m-Good")).isFalse();
        assertThat(work.again).isAfter(NOON);
        assertThat(journal.entries).isEmpty();
        assertThat(told).containsExactly("failed");
    }

    /** Takes a record's company before its properties, of which it refuses one. */
    private static final class TakingCompanies extends Refusing {
        private int calls;

        @Override
        public Side side() {
            return Side.HUBSPOT;
        }

        @Override
        public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
            String id = writes.get(0).id();
            return ++calls == 1
                    ? List.of(new WriteOutcome.Rejected(id, "NO_a", "bad", List.of("a")))
                    : List.of(new WriteOutcome.RetryLater(id, Duration.ZERO, "BUSY", "busy"));
        }
    }

    private static FieldDecision inHubspot(PlannedField field) {
        Value value = Value.of("7");
        Base after = SampleLink.FINGERPRINTS.base(SampleLink.KEY, "m", value, value);
        return new FieldDecision(
                field,
                Value.BLANK,
                value,
                null,
                after,
                new FieldTimes(null, null, Later.UNKNOWN),
                Decision.SALESFORCE_CHANGED,
                new Write(Side.HUBSPOT, value, after));
    }

    @Test
    void propertyIsRefusedBesidesTheCompany_companyIsThereWhateverBecomesOfTheOthers() {
        PlannedField company =
                PlannedField.ofCompany(
                        SampleLink.field("m-C", "associatedcompanyid", "C", SyncRule.TWO_WAY)
                                .mapping(),
                        HubspotType.NUMBER,
                        new CompanyReference(Limits.NONE));
        LinkWork work =
                new LinkWork(
                        new SampleLink().seen("", "7"),
                        List.of(
                                inHubspot(SampleLink.field("m-A", "a", "A", SyncRule.TWO_WAY)),
                                inHubspot(SampleLink.field("m-B", "b", "B", SyncRule.TWO_WAY)),
                                inHubspot(company)));
        JournalEntry told = journalled(work, "C");

        writes.send(new TakingCompanies(), CONTACT, List.of(work));

        assertThat(work.refusals()).containsOnlyKeys("m-A");
        assertThat(work.isSettled("m-B")).isFalse();
        assertThat(work.isSettled("m-C")).as("it is there").isTrue();
        assertThat(journal.entries).as("and told of").containsExactly(told);
    }

    @Test
    void editThatWasHinted_isToldWithTheTimeThatItTook() {
        Observation seen =
                new SampleLink()
                        .hinted(Side.HUBSPOT, NOON.minusSeconds(2), "new")
                        .seen("new", "old");
        LinkWork work = new LinkWork(seen, List.of(decision("Phone")));

        writes.send(new Refusing(), CONTACT, List.of(work));

        assertThat(told).containsExactly("written after PT2S");
    }

    @Test
    void appMayNotWrite_isOneProblemOfTheObject_andNoneOfTheRecords() {
        List<LinkWork> works = List.of(work("A"), work("B"), work("C"));

        writes.send(
                new Refusing() {
                    @Override
                    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
                        return writes.stream()
                                .<WriteOutcome>map(
                                        write ->
                                                new WriteOutcome.RetryLater(
                                                        write.id(),
                                                        Duration.ZERO,
                                                        "MISSING_SCOPES",
                                                        "HubSpot answers 403 MISSING_SCOPES"))
                                .toList();
                    }
                },
                CONTACT,
                works);

        assertThat(problems.calls).containsExactly("raise contact.-.SCOPE_MISSING");
        assertThat(problems.raised.get(0).cause().text()).contains("crm.objects.contacts.write");
        assertThat(works).allMatch(work -> work.again != null && work.refusals().isEmpty());
    }
}
