package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.LinksResource.LinkView;
import io.crosswalk.api.Page;
import io.crosswalk.api.ProblemView;
import io.crosswalk.api.RecordView;
import io.crosswalk.api.RecordView.FieldState;
import io.crosswalk.api.RecordView.Presence;
import io.crosswalk.api.RecordView.PresenceView;
import io.crosswalk.api.RecordView.RecordFieldView;
import io.crosswalk.records.Link.State;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record's page says of a side that was not read, and of what is left to do. */
class RecordStandingTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static RecordFieldView field(FieldState state, @Nullable String hubspot) {
        return new RecordFieldView(
                "contact-phone",
                "phone",
                "Phone",
                "Phone",
                "Phone",
                "TWO_WAY",
                "Two-way",
                hubspot,
                null,
                null,
                null,
                state,
                null,
                null,
                "",
                null);
    }

    private static RecordPage page(
            Presence salesforce, FieldState state, int differing, ProblemSeverity... problems) {
        return RecordPage.of(
                new RecordView(
                        "contact",
                        "100010",
                        null,
                        "Ada",
                        true,
                        new PresenceView(Presence.READ, null, NOW),
                        new PresenceView(salesforce, null, null),
                        link(),
                        0,
                        differing,
                        List.of(field(state, "1")),
                        Stream.of(problems).map(RecordStandingTest::problem).toList()),
                null,
                new Page<>(List.of(), null),
                true);
    }

    private static LinkView link() {
        return new LinkView(
                "contact", "100010", null, State.QUIET, null, null, 0, 0, Set.of(), Set.of());
    }

    private static ProblemView problem(ProblemSeverity severity) {
        return new ProblemView(
                "id",
                "contact",
                severity,
                ProblemCode.AMBIGUOUS_MATCH,
                "",
                "",
                ProblemCode.AMBIGUOUS_MATCH.action(),
                "",
                null,
                null,
                Map.of(),
                null,
                NOW,
                NOW,
                1);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_READ, not read",
        "GONE, record is gone",
        "NO_PARTNER, no record",
    })
    void sideThatWasNotRead_isNotBlank(Presence salesforce, String told) {
        RecordPage.FieldRow row = page(salesforce, FieldState.UNKNOWN, 0).fields().get(0);

        assertThat(row.unreadHubspot()).isNull();
        assertThat(row.unreadSalesforce()).isEqualTo(told);
    }

    @Test
    void fieldThatTheCrmDoesNotShow_isNotBlankEither() {
        RecordPage.FieldRow row = page(Presence.READ, FieldState.NOT_VISIBLE, 0).fields().get(0);

        assertThat(row.unreadHubspot()).isNull();
        assertThat(row.unreadSalesforce()).isEqualTo("not known");
    }

    @Test
    void blankThatWasRead_isBlank() {
        RecordPage.FieldRow row = page(Presence.READ, FieldState.DIFFERS, 1).fields().get(0);

        assertThat(row.unreadSalesforce()).isNull();
    }

    @Test
    void recordWithProblems_waitsForAPerson() {
        RecordPage warned = page(Presence.READ, FieldState.IN_STEP, 0, ProblemSeverity.WARNING);
        assertThat(warned.dueLabel()).isEqualTo("Waits for you: 1 problem");
        assertThat(warned.dueLevel()).isEqualTo("warning");

        RecordPage page =
                page(
                        Presence.READ,
                        FieldState.IN_STEP,
                        0,
                        ProblemSeverity.WARNING,
                        ProblemSeverity.ISSUE);
        assertThat(page.dueLabel()).isEqualTo("Waits for you: 2 problems");
        assertThat(page.dueLevel()).isEqualTo("issue");
    }

    @Test
    void recordWithoutProblems_hasNothingLeftOnlyIfNothingDiffers() {
        assertThat(page(Presence.READ, FieldState.DIFFERS, 1).dueLabel()).isEqualTo("Looked at");
        assertThat(page(Presence.READ, FieldState.IN_STEP, 0).dueLabel())
                .isEqualTo("Nothing left to do");
    }
}
