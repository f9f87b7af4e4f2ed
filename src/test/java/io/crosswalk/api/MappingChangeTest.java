package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.mapping.ConfigurationPlan;
import io.crosswalk.mapping.ConfigurationPlan.Action;
import io.crosswalk.mapping.ConfigurationPlan.MappingChange;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change of a mapping must say, and what its answer tells. */
class MappingChangeTest {
    private static final String REMEDY =
            "POST /api/backfills {\"object\": \"contact\", \"mappings\": [\"contact-x\"],"
                    + " \"fill\": \"align\"}.";

    private static Mapping mapping(Fill fill) {
        return new Mapping("contact-x", "contact", "a", "B", SyncRule.TWO_WAY, fill, false, 2);
    }

    private static MappingEdit edit(String body) {
        return MappingBody.edit(Trees.json(body));
    }

    @Test
    void whatIsLeftOut_stays() {
        assertThat(edit("{\"fill\":\"align\"}"))
                .isEqualTo(new MappingEdit(null, null, null, Fill.ALIGN, null));
        assertThat(edit("{\"optionPairs\":{}}"))
                .isEqualTo(new MappingEdit(null, null, null, null, Map.of()));
        assertThat(edit("{\"syncRule\":\"TWO_WAY\"}"))
                .isEqualTo(new MappingEdit(null, null, SyncRule.TWO_WAY, null, null));
    }

    @Test
    void nothingToChange_isRefused() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> edit("{\"hubspotProperty\":\"a\"}"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.MEMBER_MISSING);
    }

    @Test
    void turnedOnAndToAlign_saysThatRecordsAreAlignedAtTheirNextLook() {
        MappingChoice off = new MappingChoice(SyncRule.DONT_SYNC, Fill.NONE, Map.of());

        assertThat(MappingView.changed(off, mapping(Fill.ALIGN)).notice())
                .startsWith("Each record is aligned when it is looked at next.");
        assertThat(
                        MappingView.onChange(
                                choice(Fill.NONE),
                                new MappingChoice(SyncRule.DONT_SYNC, Fill.ALIGN, Map.of()),
                                "contact",
                                "m"))
                .as("there is nothing to align")
                .isNull();
    }

    @Test
    void alignedMappingThatSyncsAgain_saysSoToo() {
        MappingChoice off = new MappingChoice(SyncRule.DONT_SYNC, Fill.ALIGN, Map.of());

        assertThat(MappingView.changed(off, mapping(Fill.ALIGN)).notice())
                .startsWith("Each record is aligned when it is looked at next.")
                .endsWith(REMEDY);
        assertThat(MappingView.onChange(off, off, "contact", "m"))
                .as("it stays at Don't sync")
                .isNull();
    }

    @Test
    void turnedToAlign_saysThatRecordsThatHaveMetStayAndHowToAlignThem() {
        assertThat(MappingView.changed(choice(Fill.NONE), mapping(Fill.ALIGN)).notice())
                .startsWith("Records that were looked at before stay as they are")
                .endsWith(REMEDY);
        assertThat(MappingView.changed(choice(Fill.ALIGN), mapping(Fill.ALIGN)).notice()).isNull();
        assertThat(MappingView.changed(choice(Fill.ALIGN), mapping(Fill.NONE)).notice()).isNull();
        assertThat(MappingView.made(mapping(Fill.ALIGN)).notice())
                .startsWith("Each record is aligned when it is looked at next.")
                .endsWith(REMEDY);
    }

    @Test
    void planThatTurnsToAlign_saysSoToo() {
        assertThat(notice(Fill.NONE, Fill.ALIGN)).endsWith(REMEDY);
        assertThat(notice(Fill.ALIGN, Fill.ALIGN)).isNull();
        assertThat(notice(Fill.ALIGN, Fill.NONE)).isNull();
    }

    private static @Nullable String notice(Fill before, Fill after) {
        MappingChange change =
                new MappingChange(
                        Action.UPDATE, "contact-x", "a", "B", false, choice(before), choice(after));
        ConfigurationPlan plan =
                new ConfigurationPlan(
                        false,
                        Map.of(),
                        List.of(
                                new ConfigurationPlan.ObjectPlan(
                                        "contact", null, null, List.of(change), List.of())),
                        List.of());
        return PlanView.of(plan).objects().get(0).changes().get(0).notice();
    }

    private static MappingChoice choice(Fill fill) {
        return new MappingChoice(SyncRule.TWO_WAY, fill, Map.of());
    }
}
