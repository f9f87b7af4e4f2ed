package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.ProblemView;
import io.crosswalk.api.ProblemView.MappingName;
import io.crosswalk.api.ProblemView.RecordName;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of what all can be tried again at once, as its page offers it. */
class ProblemsPageTest {
    private static ProblemsPage page(
            @Nullable String object,
            @Nullable String mapping,
            @Nullable ProblemCode chosen,
            ProblemCode open) {
        return new ProblemsPage(
                Choice.objects(object),
                Choice.of(ProblemSeverity.values(), null),
                Choice.of(ProblemCode.values(), chosen == null ? null : chosen.name()),
                mapping,
                null,
                List.of(new ProblemLine(problem(mapping, open))),
                null,
                true,
                true,
                false);
    }

    /** Of a contact that HubSpot alone has, or of its value. */
    private static ProblemView problem(@Nullable String mapping, ProblemCode code) {
        return new ProblemView(
                "contact.-.501." + code,
                "contact",
                code.severity(),
                code,
                code.meaning(),
                "It is so.",
                code.action(),
                code.action().label(),
                mapping == null ? null : new MappingName(mapping, "phone", "Phone"),
                new RecordName("501", null),
                Map.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private static ProblemsPage ofKind(@Nullable String object, ProblemCode code) {
        return page(object, null, code, code);
    }

    @Test
    void oneKindOfOneObject_allOfItCanBeTriedAgain() {
        assertThat(ofKind("contact", ProblemCode.NOT_CREATED).retriable())
                .contains("code=NOT_CREATED", "object=contact")
                .doesNotContain("mapping");
    }

    @Test
    void severalKindsOrObjects_eachIsTriedAgainByItself() {
        assertThat(page("contact", null, null, ProblemCode.NOT_CREATED).retriable()).isNull();
        assertThat(ofKind(null, ProblemCode.NOT_CREATED).retriable()).isNull();
    }

    /** To try again says that it was not made. */
    @Test
    void recordsThatMayHaveBeenMade_eachIsTriedAgainByItself() {
        assertThat(ofKind("contact", ProblemCode.CREATION_UNCERTAIN).retriable()).isNull();
    }

    @Test
    void oneMapping_allOfItsValuesCanBeTriedAgain() {
        assertThat(page("contact", "m", null, ProblemCode.TOO_LONG).retriable())
                .contains("mapping=m", "object=contact")
                .doesNotContain("code");
    }
}
