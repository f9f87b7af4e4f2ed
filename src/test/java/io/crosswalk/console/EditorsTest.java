package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.console.Editor.RuleChoice;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mapping;
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
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The panel of a mapping while HubSpot cannot be reached. */
class EditorsTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();

    private static final class AwayHubspot extends UnaskedHubspot {
        @Override
        public List<HubspotProperty> properties(String type) {
            throw new CrmUnavailable("TIMEOUT", "HubSpot does not answer", Duration.ZERO);
        }
    }

    private static final class Shipped implements MappingStore {
        @Override
        public List<ObjectConfiguration> load(List<String> objects) {
            return objects.stream()
                    .map(name -> new ObjectConfiguration(name, true, 1, StandardMappings.of(name)))
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
        CrmMetadata metadata =
                new CrmMetadata(new AwayHubspot(), new UnaskedSalesforce(), Clock.systemUTC());
        return new Editors(new Mappings(new Shipped(), metadata, null, null, null, null), metadata);
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
}
