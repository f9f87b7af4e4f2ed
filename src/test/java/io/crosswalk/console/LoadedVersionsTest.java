package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.api.PlanView;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody did since a document was loaded is not undone in passing. */
class LoadedVersionsTest {
    private static final LoadedVersions LOADED =
            LoadedVersions.ofTag("\"contact=3,company=0,deal=1\"");

    private static final PlannedText DOCUMENT =
            new PlannedText("application/yaml", null, "objects: {}");

    private static PlanView plan(boolean applied, Map<String, Long> versions) {
        return new PlanView(applied, 1, 0, versions, List.of(), List.of());
    }

    @Test
    void objectThatChangedSince_isNamed_andApplyingSaysThatItShallBe() {
        PlanPage page =
                PlanPage.of(plan(false, Map.of("contact", 4L, "deal", 1L)), DOCUMENT, LOADED);

        assertThat(page.moved()).containsExactly("Contacts");
        assertThat(page.sent()).contains("\"anyway\":\"true\"");
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> LOADED.mustBe(Map.of("contact", 4L)));
        assertThat(refusal.code()).isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(refusal).hasMessageStartingWith("Contacts changed since");
    }

    @Test
    void objectAtTheVersionThatWasLoaded_isAppliedAsItIs() {
        PlanPage page = PlanPage.of(plan(false, Map.of("contact", 3L)), DOCUMENT, LOADED);

        assertThat(page.moved()).isEmpty();
        assertThat(page.sent()).doesNotContain("anyway");
        assertThatCode(() -> LOADED.mustBe(Map.of("contact", 3L))).doesNotThrowAnyException();
    }

    @Test
    void ownChange_isNotTakenForSomebodysNextTime() {
        PlanPage page = PlanPage.of(plan(true, Map.of("company", 1L)), DOCUMENT, LOADED);

        assertThat(page.moved()).isEmpty();
        assertThat(LoadedVersions.read(page.loaded()).moved(Map.of("company", 1L))).isEmpty();
        assertThat(LoadedVersions.read(page.loaded()).moved(Map.of("contact", 4L))).hasSize(1);
    }

    @Test
    void versionsThatNobodySaid_areNotHeldAgainstADocument() {
        assertThat(LoadedVersions.read(null).moved(Map.of("contact", 4L))).isEmpty();
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> LoadedVersions.read("contact=x"));
        assertThat(refusal.code()).isEqualTo(RefusalCode.PARAMETER_MALFORMED);
    }
}
