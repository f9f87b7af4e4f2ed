package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an object's mappings are, where some are stored and the others are as shipped. */
class StoredOverShippedTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:40:00Z");
    private static final MappingChoice TWO_WAY =
            new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, Map.of());

    private static List<String> ids(List<Mapping> mappings) {
        return mappings.stream().map(Mapping::id).toList();
    }

    @Test
    void nothingStored_isAsShipped() {
        assertThat(StandardMappings.under("deal", List.of()))
                .isEqualTo(StandardMappings.of("deal"));
    }

    @Test
    void changedStandardMapping_standsWhereItStood() {
        List<Mapping> shipped = StandardMappings.of("deal");
        Mapping changed = shipped.get(1).with(TWO_WAY, AT, 1);

        List<Mapping> now = StandardMappings.under("deal", List.of(changed));

        assertThat(ids(now)).isEqualTo(ids(shipped));
        assertThat(now.get(1)).isEqualTo(changed);
    }

    /** One that cannot be deleted and is not shipped would stay for good. */
    @Test
    void storedStandardMappingThatIsNotShippedAnyMore_isTheUsers() {
        Mapping shipped = StandardMappings.of("deal").get(1).with(TWO_WAY, AT, 1);
        Mapping former =
                new Mapping(
                        "deal-hs-next-step",
                        "deal",
                        "hs_next_step",
                        "NextStep",
                        TWO_WAY,
                        true,
                        shipped.saved());

        assertThat(stored(shipped)).isEqualTo(shipped);
        assertThat(stored(former).standard()).isFalse();
    }

    private static Mapping stored(Mapping mapping) {
        return MappingDocument.parse("deal", MappingDocument.text(mapping));
    }

    @ParameterizedTest
    @CsvSource({"amount, Own__c", "own, Amount"})
    void mappingOfTheUserForAPairThatIsShippedLater_keepsItsPlace(String property, String field) {
        Mapping own = Mapping.custom("deal-own-1", "deal", property, field, TWO_WAY, AT, 1);

        List<Mapping> now = StandardMappings.under("deal", List.of(own));

        assertThat(now).hasSameSizeAs(StandardMappings.of("deal")).endsWith(own);
        assertThat(ids(now)).doesNotContain("deal-amount");
    }
}
