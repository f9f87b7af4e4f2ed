package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosswalk.mapping.MappingStore.Change;
import io.crosswalk.records.DynamoAttributes;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoMappingItemsTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:40:00Z");

    private static Map<String, AttributeValue> version(long version) {
        return Map.of("version", DynamoAttributes.number(version));
    }

    private static Change to(List<Mapping> mappings) {
        return new Change(
                new ObjectConfiguration("deal", true, 3, StandardMappings.of("deal")),
                new ObjectConfiguration("deal", true, 4, mappings));
    }

    /** With option pairs that cannot be packed closer. */
    private static Mapping large(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            pairs.put(
                    Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
                    Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
        }
        return Mapping.custom(
                "deal-" + number,
                "deal",
                "property" + number,
                "Field" + number + "__c",
                new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, pairs),
                AT,
                4);
    }

    private static ObjectConfiguration untouched(String object, Set<String> atFirst) {
        return DynamoMappingItems.configuration(object, Map.of(), Map.of(), atFirst);
    }

    @Test
    void itemsThatAreNotThere_areAsShipped() {
        assertThat(untouched("deal", Set.of("deal")))
                .isEqualTo(new ObjectConfiguration("deal", true, 0, StandardMappings.of("deal")));
    }

    @Test
    void newInstallation_syncsContactsAndWhatItIsToldTo() {
        assertThat(untouched("contact", Set.of()).syncEnabled()).isTrue();
        assertThat(untouched("company", Set.of("contact")).syncEnabled()).isFalse();
        assertThat(untouched("company", Set.of("company")).syncEnabled()).isTrue();
        assertThat(DynamoMappingItems.settings("deal", Map.of(), Set.of()).syncEnabled()).isFalse();
        assertThat(DynamoMappingItems.settings("contact", Map.of(), Set.of()).syncEnabled())
                .isTrue();
    }

    @Test
    void whatSomebodyChose_countsWhateverSyncsAtFirst() {
        var off = Map.of("syncEnabled", DynamoAttributes.flag(false));
        var on = Map.of("syncEnabled", DynamoAttributes.flag(true));

        assertThat(DynamoMappingItems.settings("deal", off, Set.of("deal")).syncEnabled())
                .isFalse();
        assertThat(DynamoMappingItems.settings("deal", on, Set.of()).syncEnabled()).isTrue();
    }

    @Test
    void itemsOfTwoVersions_areNoConfiguration() {
        assertThat(DynamoMappingItems.configuration("deal", version(3), version(3), Set.of()))
                .isNotNull();
        assertThat(DynamoMappingItems.configuration("deal", version(3), version(4), Set.of()))
                .isNull();
    }

    @Test
    void bothItems_areWrittenOnConditionOfTheVersionThatWasSeen() {
        Change change = to(List.of(large(1)));

        var settings = DynamoMappingItems.settings("table", change);
        var mappings = DynamoMappingItems.mappings("table", change);

        assertThat(settings.conditionExpression()).isEqualTo("#version = :seen");
        assertThat(settings.expressionAttributeValues())
                .containsEntry(":seen", DynamoAttributes.number(3))
                .containsEntry(":next", DynamoAttributes.number(4));
        assertThat(mappings.conditionExpression()).isEqualTo("#version = :seen");
        assertThat(mappings.expressionAttributeValues())
                .containsEntry(":seen", DynamoAttributes.number(3));
        assertThat(DynamoMappingItems.mappings("deal", mappings.item())).endsWith(large(1));
    }

    @Test
    void sinceWhenPartnersAreMade_isStoredPerSideAndTakenOutAgain() {
        LinkPolicy making = LinkPolicy.SHIPPED.with(null, Creation.IN_SALESFORCE, AT);
        Change change = to(List.of());
        ObjectConfiguration wanted = change.to().withLinking(making);

        var update = DynamoMappingItems.settings("table", new Change(change.from(), wanted));

        assertThat(update.updateExpression())
                .contains("createInSalesforceSince = :createInSalesforceSince")
                .endsWith(" REMOVE createInHubspotSince");
        assertThat(update.expressionAttributeValues())
                .containsEntry(":createInSalesforceSince", DynamoAttributes.time(AT));
    }

    @Test
    void mappingsThatDoNotFitIntoAnItem_areRefused() {
        List<Mapping> mappings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            mappings.add(large(i));
        }

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DynamoMappingItems.mappings("table", to(mappings)))
                .extracting(Refusal::code)
                .isEqualTo(RefusalCode.CONFIGURATION_TOO_LARGE);
    }
}
