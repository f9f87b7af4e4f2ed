package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mapping that did not sync for a time knows nothing of what its records held then. */
class SyncsSinceTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Mapping phone =
            new Mapping("m", "contact", "phone", "Phone", SyncRule.TWO_WAY, Fill.NONE, true, 1);
    private final ObjectConfiguration first =
            new ObjectConfiguration("contact", true, 6, List.of(phone));

    private static ObjectConfiguration rule(ObjectConfiguration now, SyncRule rule) {
        Mapping mapping = now.find("m").orElseThrow();
        MappingChoice choice = new MappingChoice(rule, mapping.fill(), mapping.optionPairs());
        return now.with(mapping, choice, NOON).saved();
    }

    private static MappingPlan plan(ObjectConfiguration now) {
        PlannedField field =
                new PlannedField(
                        now.find("m").orElseThrow(),
                        HubspotType.TEXT,
                        SalesforceType.STRING,
                        Conversion.between(
                                HubspotType.TEXT,
                                SalesforceType.STRING,
                                Limits.NONE,
                                Limits.NONE,
                                Map.of()));
        return new MappingPlan(
                CONTACT,
                true,
                LinkPolicy.SHIPPED,
                Beginnings.of(now.version(), now.mappings()),
                List.of(field),
                List.of());
    }

    private static Link lookedUnder(long configuration) {
        return new Link(
                RecordKey.hubspot("contact", "501"),
                "003000000000001AAA",
                Link.Due.quiet(1, Link.Turn.FIRST, List.of()),
                Map.of("m", Base.OF_NOTHING, "other", Base.OF_NOTHING),
                Map.of(),
                Findings.NONE.withLookedUnder(configuration));
    }

    @Test
    void linkThatWasLookedAtBefore_meetsTheMappingAnew() {
        ObjectConfiguration on = rule(rule(first, SyncRule.DONT_SYNC), SyncRule.TWO_WAY);

        assertThat(plan(on).upToDate(lookedUnder(6)).base()).containsOnlyKeys("other");
        assertThat(plan(on).upToDate(lookedUnder(7)).base())
                .as("looked at while it did not sync")
                .containsOnlyKeys("other");
    }

    @Test
    void linkThatWasLookedAtSince_keepsWhatItKnows() {
        ObjectConfiguration on = rule(rule(first, SyncRule.DONT_SYNC), SyncRule.TWO_WAY);
        ObjectConfiguration later = rule(on, SyncRule.ALWAYS_USE_HUBSPOT);

        assertThat(plan(on).upToDate(lookedUnder(on.version())).base()).containsKey("m");
        assertThat(plan(later).upToDate(lookedUnder(on.version())).base()).containsKey("m");
    }

    @Test
    void mappingThatACrmDoesNotShowNow_isNotForgottenToHaveBegun() {
        ObjectConfiguration on = rule(rule(first, SyncRule.DONT_SYNC), SyncRule.TWO_WAY);
        MappingPlan hidden =
                new MappingPlan(
                        CONTACT,
                        true,
                        LinkPolicy.SHIPPED,
                        Beginnings.of(on.version(), on.mappings()),
                        List.of(),
                        on.mappings());

        assertThat(hidden.upToDate(lookedUnder(6)).base()).containsOnlyKeys("other");
    }

    @Test
    void mappingsThatWereReadLaterThanTheVersion_areOfALaterOne() {
        ObjectConfiguration on = rule(rule(first, SyncRule.DONT_SYNC), SyncRule.TWO_WAY);

        assertThat(Beginnings.of(on.version() - 1, on.mappings()).version())
                .isEqualTo(on.version());
    }

    @Test
    void anotherRule_isNoPause() {
        ObjectConfiguration other = rule(first, SyncRule.ALWAYS_USE_HUBSPOT);

        assertThat(plan(other).upToDate(lookedUnder(0)).base()).containsKey("m");
    }

    @Test
    void newMapping_syncsSinceItWasMade() {
        assertThat(custom(SyncRule.TWO_WAY).saved().since()).isEqualTo(new Mapping.Since(7, NOON));
        assertThat(custom(SyncRule.DONT_SYNC).saved().since()).isNull();
    }

    private static Mapping custom(SyncRule rule) {
        MappingChoice choice = new MappingChoice(rule, Fill.NONE, Map.of());
        return Mapping.custom("own", "contact", "phone", "Direct_Phone__c", choice, NOON, 7);
    }

    @Test
    void sinceWhenItSyncs_isStored() {
        Mapping on =
                rule(rule(first, SyncRule.DONT_SYNC), SyncRule.TWO_WAY).find("m").orElseThrow();

        assertThat(on.saved().since()).isEqualTo(new Mapping.Since(8, NOON));
        assertThat(MappingDocument.parse("contact", MappingDocument.text(on)).saved())
                .isEqualTo(on.saved());
    }
}
