package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.PlanView;
import io.crosswalk.api.PlanView.ChangeView;
import io.crosswalk.api.PlanView.ChoiceView;
import io.crosswalk.api.PlanView.ObjectView;
import io.crosswalk.api.PlanView.RefusalView;
import io.crosswalk.mapping.ConfigurationPlan.Action;
import io.crosswalk.mapping.RefusalCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan offers to apply. */
class PlanPageTest {
    private static final PlannedText CSV = new PlannedText("text/csv", "contact", "a,b,c");
    private static final PlannedText YAML = new PlannedText("application/yaml", null, "a: b");

    private static RefusalView refused(int line) {
        return new RefusalView(RefusalCode.FIELD_NOT_FOUND, "No.", "city", "City", line);
    }

    private static PlanView plan(
            boolean applied, List<ChangeView> changes, int objectsLine, int unreadLine) {
        ObjectView contacts =
                new ObjectView("contact", null, null, changes, List.of(refused(objectsLine)));
        return new PlanView(
                applied,
                changes.size(),
                2,
                Map.of("contact", 3L),
                List.of(contacts),
                List.of(refused(unreadLine)));
    }

    private static ChangeView change(@Nullable String notice) {
        ChoiceView before = new ChoiceView("TWO_WAY", "none", Map.of());
        ChoiceView after = new ChoiceView("TWO_WAY", "align", Map.of());
        return new ChangeView(
                Action.UPDATE, "contact-fax", "fax", "Fax", true, before, after, notice);
    }

    private static PlanPage page(PlanView plan, PlannedText document) {
        return PlanPage.of(plan, document, LoadedVersions.read(null));
    }

    @Test
    void tableOfWhichRowsAreRefused_canBeAppliedWithoutThoseThatWereShown() {
        PlanPage page = page(plan(false, List.of(change(null)), 4, 12), CSV);

        assertThat(page.applicable()).isTrue();
        assertThat(page.sent()).contains("\"skips\":\"4,12\"");
    }

    @Test
    void documentOfWhichPartsAreRefused_cannotBeApplied() {
        PlanPage page = page(plan(false, List.of(change(null)), 12, 4), YAML);

        assertThat(page.applicable()).isFalse();
        assertThat(page.sent()).doesNotContain("skips");
    }

    @Test
    void tableThatChangesNothing_cannotBeApplied_norOneThatIs() {
        assertThat(page(plan(false, List.of(), 2, 3), CSV).applicable()).isFalse();
        assertThat(page(plan(true, List.of(change(null)), 2, 3), CSV).applicable()).isFalse();
    }

    @Test
    void whatIsLeftToDo_isShownWithItsChange() {
        PlanPage page = page(plan(false, List.of(change("Records stay.")), 2, 3), CSV);

        assertThat(page.objects().get(0).changes())
                .extracting(PlanPage.ChangeLine::notice)
                .containsExactly("Records stay.");
    }
}
