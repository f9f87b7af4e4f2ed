package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.console.Editor.RuleChoice;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.UnaskedSalesforce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The panel of a mapping while HubSpot cannot be reached. */
class EditorsTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private static final class AwayHubspot extends UnaskedHubspot {
        @Override
        public List<HubspotProperty> properties(String type) {
            throw new CrmUnavailable("TIMEOUT", "HubSpot does not answer", Duration.ZERO);
        }
    }

    /** What jobtitle is mapped with; everything else is as shipped. */
    private record Shipped(MappingChoice jobtitle) implements MappingStore {
        private List<Mapping> mappings(String object, MappingChoice choice) {
            return StandardMappings.of(object).stream()
                    .map(it -> it.id().equals("contact-jobtitle") ? it.with(choice, NOW, 2) : it)
                    .toList();
        }

        @Override
        public List<ObjectConfiguration> load(List<String> objects) {
            return objects.stream()
                    .map(name -> new ObjectConfiguration(name, true, 1, mappings(name, jobtitle)))
                    .toList();
        }

        @Override
        public ObjectSettings settings(String object) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Mapping> mappings(String object) {
            throw new AssertionError("not asked for");
        }

        @Override
        public boolean save(Collection<Change> changes) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Mapping> history(String object, String id, @Nullable Long before, int limit) {
            throw new AssertionError("not asked for");
        }
    }

    private static Editors editors() {
        return editors(new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, Map.of()));
    }

    private static Editors editors(MappingChoice jobtitle) {
        CrmMetadata metadata =
                new CrmMetadata(new AwayHubspot(), new UnaskedSalesforce(), Clock.systemUTC());
        return new Editors(
                new Mappings(new Shipped(jobtitle), metadata, null, null, null, null), metadata);
    }

    @Test
    void mappingWhileACrmIsAway_canBeSetToDontSyncAlone_andSaysWhy() {
        Editor editor = editors().of(CONTACT, "contact-jobtitle");

        assertThat(editor.choice().mismatch())
                .startsWith("HubSpot does not answer. Until then ")
                .contains("‘Don't sync’");
        assertThat(editor.choice().rules())
                .filteredOn(it -> it.why() == null)
                .extracting(RuleChoice::rule)
                .extracting(MappingRow.Rule::name)
                .containsExactly("DONT_SYNC");
        assertThat(editor.pairing().shown()).isFalse();
    }

    @Test
    void ruleIsChosenWhileACrmIsAway_thePanelStays() {
        Editor.Choice choice =
                editors().choice(CONTACT, "jobtitle", "Title", SyncRule.DONT_SYNC, Fill.NONE);

        assertThat(choice.rules())
                .filteredOn(RuleChoice::checked)
                .allMatch(it -> it.why() == null)
                .hasSize(1);
    }

    @Test
    void pairThatIsNotMapped_cannotBeChosenWhileACrmIsAway() {
        assertThatThrownBy(
                        () ->
                                editors()
                                        .choice(
                                                CONTACT,
                                                "jobtitle",
                                                "Department",
                                                SyncRule.TWO_WAY,
                                                Fill.NONE))
                .isInstanceOf(CrmUnavailable.class);
    }

    @Test
    void aligning_promisesAPreviewOnlyWhereItBegins() {
        assertThat(promised(SyncRule.TWO_WAY, Fill.NONE)).isTrue();
        assertThat(promised(SyncRule.DONT_SYNC, Fill.ALIGN)).as("it syncs again").isTrue();
        assertThat(promised(SyncRule.ALWAYS_USE_HUBSPOT, Fill.ALIGN)).as("other rule").isFalse();
    }

    private static boolean promised(SyncRule before, Fill fill) {
        return editors(new MappingChoice(before, fill, Map.of()))
                .choice(CONTACT, "jobtitle", "Title", SyncRule.TWO_WAY, Fill.ALIGN)
                .filling()
                .begins();
    }
}
