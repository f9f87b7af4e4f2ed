package io.crosswalk.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.Shipped;
import io.crosswalk.backfill.Run.Progress;
import io.crosswalk.backfill.Run.Status;
import io.crosswalk.backfill.Run.Times;
import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunPreview.OfMapping;
import io.crosswalk.backfill.RunPreview.Records;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.InMemoryRunTallies;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.sync.PreviewedAction;
import io.crosswalk.sync.SyncConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A run does what its preview has counted, or it is not let run. */
class RunAsPreviewedTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String TITLE = "contact-jobtitle";
    private static final String CITY = "contact-city";

    private final InMemoryRunStore store = new InMemoryRunStore();
    private final ContactsOn mappings = new ContactsOn();
    private final Runs runs = runs();

    private Runs runs() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Mappings all = new Mappings(mappings, null, null, null, null, clock);
        return new Runs(
                store,
                new RunChecks(all, new SearchedHubspot(), null),
                new InMemoryRunTallies(),
                Shipped.config(BackfillConfig.class),
                Shipped.config(SyncConfig.class),
                clock,
                new Random(1));
    }

    /** Its rule stands in version 2. */
    @BeforeEach
    void ruleOfThen() {
        mappings.changed(TITLE, SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, Fill.NONE);
    }

    private static RunPreview counted(long version) {
        return new RunPreview(
                new Records(1, 0, 0, 0, 1, 0),
                Map.of(
                        TITLE,
                        new OfMapping(
                                "jobtitle",
                                "Title",
                                version,
                                Map.of(PreviewedAction.HUBSPOT_OVERWRITE, 1L))),
                Map.of());
    }

    private void previewed(RunPreview preview, String... asked) {
        Run run =
                new Run(
                        "run",
                        new Backfill("contact", List.of(asked), Fill.ALIGN, Filter.NONE),
                        new Status(RunState.PREVIEWED, 1, null),
                        Progress.START,
                        preview,
                        RunSamples.NONE,
                        new Times(NOW, NOW, null, null));
        assertThat(store.save(run)).isTrue();
    }

    private void isRun() {
        assertThat(runs.move("run", Move.RUN).state()).isEqualTo(RunState.RUNNING);
    }

    private void isRefused() {
        assertThatThrownBy(() -> runs.move("run", Move.RUN))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(RefusalCode.RUN_STATE))
                .hasMessageContaining("'contact-jobtitle' was changed since the preview");
        assertThat(store.find("run").orElseThrow().state()).isEqualTo(RunState.PREVIEWED);
    }

    @Test
    void mappingThatStayed_isRun() {
        previewed(counted(2), TITLE);

        isRun();
    }

    @Test
    void anotherRule_isRefusedAlsoWhereAllMappingsAreCovered() {
        previewed(counted(2));
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRefused();
    }

    @Test
    void anotherRuleAndFillSince_isRefused() {
        previewed(counted(2), TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.ALIGN);

        isRefused();
    }

    /** What the console does itself when a person confirms. */
    @Test
    void anotherFillAlone_isRun() {
        previewed(counted(2), TITLE);
        mappings.changed(TITLE, SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, Fill.ALIGN);

        isRun();
    }

    @Test
    void mappingWhoseEditsAreOnlyCounted_mayChange() {
        previewed(counted(2), CITY);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRun();
    }

    @Test
    void previewStoredWithoutVersions_isRun() {
        Map<String, AttributeValue> item = new HashMap<>(stored(counted(2)));
        Map<String, AttributeValue> title = new HashMap<>(item.get("mappings").m().get(TITLE).m());
        title.remove("version");
        item.put("mappings", AttributeValue.fromM(Map.of(TITLE, AttributeValue.fromM(title))));
        previewed(DynamoRunPreview.read(item), TITLE);
        mappings.changed(TITLE, SyncRule.ALWAYS_USE_HUBSPOT, Fill.NONE);

        isRun();
    }

    private static Map<String, AttributeValue> stored(RunPreview preview) {
        return DynamoRunPreview.value(preview).m();
    }
}
