package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.Matching;
import io.crosswalk.mapping.OneMapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.simulation.InMemoryMatchNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Opportunities are made for deals since noon; what was there before is left in peace. */
class CreatingTest {
    private static final RecordKey DEAL = RecordKey.hubspot("deal", "701");
    private static final Instant BEFORE = NOON.minus(Duration.ofDays(400));
    private static final Instant SINCE = NOON.plusMillis(700);
    private static final Instant AFTER = NOON.plus(Duration.ofDays(1));
    private static final LinkPolicy IN_SALESFORCE =
            LinkPolicy.SHIPPED.with(null, Creation.IN_SALESFORCE, SINCE);

    private final RecordedStore store = new RecordedStore();
    private final InMemoryMatchNotes notes = new InMemoryMatchNotes();
    private final UnlinkedEnds ends =
            new UnlinkedEnds(
                    store,
                    new PartnerProblems(new RecordedProblems()),
                    FINGERPRINTS,
                    new Turns(store, Duration.ofMinutes(2), Clock.fixed(AFTER, ZoneOffset.UTC)));

    /** Is busy, and notes what it was to make. */
    private static final class BusySalesforce extends UnaskedSalesforce {
        final List<CrmCreate> asked = new ArrayList<>();

        @Override
        public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
            asked.addAll(creates);
            return creates.stream()
                    .map(each -> (CreateOutcome) new CreateOutcome.RetryLater(Duration.ZERO, false))
                    .toList();
        }
    }

    private final BusySalesforce salesforce = new BusySalesforce();

    private Creating creating() {
        Clock clock = Clock.fixed(AFTER, ZoneOffset.UTC);
        Waiters waiters = new Waiters(store, notes);
        SameValues sameValues = new SameValues(new UnaskedHubspot(), salesforce);
        CreationEnds creationEnds =
                new CreationEnds(
                        store,
                        new RecordedJournal(),
                        new CreationEntries(FINGERPRINTS, false),
                        notes,
                        ends,
                        waiters,
                        new Backoff(new SplittableRandom(1)),
                        Duration.ofSeconds(30),
                        LookListener.NONE,
                        clock);
        return new Creating(
                store,
                notes,
                Map.of(Side.SALESFORCE, salesforce),
                new NewRecords(new UnaskedHubspot()),
                new ArrivedWrites(FINGERPRINTS),
                new Traces(store, sameValues, salesforce, creationEnds, ends),
                creationEnds,
                ends,
                waiters,
                new ScopeProblems(
                        new HubspotScopes(new OneMapping(), new UnaskedHubspot(), new SaidAccess()),
                        new RecordedProblems(),
                        clock),
                new Watching(false, Duration.ofMinutes(1)),
                Duration.ofMinutes(2),
                clock);
    }

    private static MappingPlan plan(LinkPolicy linking) {
        Mapping mapping =
                new Mapping(
                        "name", "deal", "dealname", "Name", SyncRule.TWO_WAY, Fill.NONE, true, 1);
        PlannedField name =
                new PlannedField(
                        mapping,
                        HubspotType.TEXT,
                        SalesforceType.STRING,
                        Conversion.between(
                                HubspotType.TEXT,
                                SalesforceType.STRING,
                                Limits.NONE,
                                Limits.NONE,
                                Map.of()));
        return new MappingPlan(ObjectPairs.named("deal").orElseThrow(), true, List.of(name))
                .with(linking);
    }

    private static Noted edit(Side side, Instant at, boolean ours) {
        return new Noted(side, Noted.Kind.CHANGED, "dealname", at, ours);
    }

    private static Seeker deal(String madeAt, Map<String, Intent> intents, Noted... hints) {
        Link link =
                new Link(
                        DEAL,
                        null,
                        Link.Due.quiet(1, Turn.FIRST, List.of(hints)),
                        Map.of(),
                        intents,
                        Findings.NONE);
        Map<String, String> values = new HashMap<>(Map.of("dealname", "Renewal"));
        values.put("createdate", madeAt);
        return new Seeker(link, new CrmRecord("701", "701", values, AFTER));
    }

    private static Seeker old(Noted... hints) {
        return deal(BEFORE.toString(), Map.of(), hints);
    }

    private boolean isMade(LinkPolicy linking, Seeker deal) {
        creating().run(plan(linking), Map.of(deal, new Match.None(Set.of(), Set.of())));
        return !salesforce.asked.isEmpty();
    }

    @Test
    void wasThereBefore_isLookedAtAndLeftInPeace() {
        assertThat(isMade(IN_SALESFORCE, old())).isFalse();

        assertThat(store.acknowledged)
                .singleElement()
                .satisfies(done -> assertThat(done.base()).containsKey(MatchKey.PARTNER))
                .satisfies(done -> assertThat(done.again()).isNull());
    }

    @Test
    void editedSince_isMade() {
        assertThat(isMade(IN_SALESFORCE, old(edit(Side.HUBSPOT, AFTER, false)))).isTrue();
    }

    @Test
    void editedBefore_isLeftInPeace() {
        Noted before = edit(Side.HUBSPOT, SINCE.minusSeconds(60), false);

        assertThat(isMade(IN_SALESFORCE, old(before))).isFalse();
    }

    @Test
    void weWroteIt_isNoEdit() {
        assertThat(isMade(IN_SALESFORCE, old(edit(Side.HUBSPOT, AFTER, true)))).isFalse();
    }

    @Test
    void editOfAnotherRecordThatWasItsPartner_isNoneOfIt() {
        assertThat(isMade(IN_SALESFORCE, old(edit(Side.SALESFORCE, AFTER, false)))).isFalse();
    }

    @Test
    void madeSinceAndNobodyTold_isMade() {
        assertThat(isMade(IN_SALESFORCE, deal(AFTER.toString(), Map.of()))).isTrue();
    }

    @Test
    void madeInTheSecondInWhichItWasWanted_isMade() {
        assertThat(isMade(IN_SALESFORCE, deal("2026-11-24T12:00:00.000+0000", Map.of()))).isTrue();
    }

    @Test
    void importedSinceWithAnOldDate_isMade() {
        Seeker imported = old();
        Map<String, String> values = new HashMap<>(imported.record().values());
        values.put("hs_createdate", AFTER.toString());
        CrmRecord record = new CrmRecord("701", "701", values, AFTER);

        assertThat(isMade(IN_SALESFORCE, new Seeker(imported.link(), record))).isTrue();
    }

    @Test
    void timeOfMakingCannotBeRead_isNoNewcomer() {
        assertThat(isMade(IN_SALESFORCE, deal("yesterday", Map.of()))).isFalse();
    }

    @Test
    void aPersonAsks_isMadeAlsoIfSalesforceIsBusyAtFirst() {
        Noted asked = MatchKey.asked(DEAL, AFTER);

        assertThat(isMade(IN_SALESFORCE, old(asked))).isTrue();

        assertThat(store.acknowledged)
                .singleElement()
                .satisfies(done -> assertThat(done.keptHints()).contains(asked));
    }

    @Test
    void nobodyNotedSinceWhen_isMadeWheneverItWasThere() {
        LinkPolicy unknown = new LinkPolicy(Matching.ID_THEN_FIELDS, Creation.IN_SALESFORCE);

        assertThat(isMade(unknown, old())).isTrue();
    }

    @Test
    void onlyTheOtherDirectionIsWanted_isNotMade() {
        LinkPolicy other = LinkPolicy.SHIPPED.with(null, Creation.IN_HUBSPOT, BEFORE);

        assertThat(isMade(other, deal(AFTER.toString(), Map.of()))).isFalse();
    }

    @Test
    void makingWasBegun_goesOnWhateverIsWantedSince() {
        Seeker begun = old();
        Intent making =
                new Intent(
                        Side.SALESFORCE, ends.madeOf(plan(IN_SALESFORCE), begun), NOON + "#100000");
        Seeker again = deal(BEFORE.toString(), Map.of(MatchKey.PARTNER, making));

        assertThat(Newcomers.isOne(plan(IN_SALESFORCE), again)).isTrue();
    }

    @Test
    void timesOfMaking_areReadOnlyWhereTheyDecide() {
        assertThat(Newcomers.names(plan(IN_SALESFORCE), Side.HUBSPOT))
                .contains("dealname", "createdate", "hs_createdate");
        assertThat(Newcomers.names(plan(IN_SALESFORCE), Side.SALESFORCE))
                .doesNotContain("CreatedDate");
        assertThat(Newcomers.names(plan(LinkPolicy.SHIPPED), Side.HUBSPOT))
                .doesNotContain("createdate");
    }
}
