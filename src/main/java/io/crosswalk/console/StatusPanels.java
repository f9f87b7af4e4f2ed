package io.crosswalk.console;

import io.crosswalk.console.StatusPanel.Finding;
import io.crosswalk.console.StatusPanel.OfRecord;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStatus;
import io.crosswalk.mapping.MappingStatuses;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts together what the panel of a status shows. */
@ApplicationScoped
class StatusPanels {
    private static final int RECORDS_MAX = 10;

    private final Mappings mappings;
    private final MappingStatuses statuses;
    private final ProblemStore problems;
    private final Clock clock;

    StatusPanels(Mappings mappings, MappingStatuses statuses, ProblemStore problems, Clock clock) {
        this.mappings = mappings;
        this.statuses = statuses;
        this.problems = problems;
        this.clock = clock;
    }

    StatusPanel of(ObjectPair object, String id) {
        Mapping mapping = mappings.get(object, id);
        MappingStatus status = statuses.of(object, mapping);
        Instant now = clock.instant();
        ProblemStore.Filter ofMapping = ProblemStore.Filter.ofMapping(object.name(), id);
        List<OfRecord> records =
                problems.page(ofMapping, RECORDS_MAX * 2, null).items().stream()
                        .filter(it -> it.id().link() != null)
                        .limit(RECORDS_MAX)
                        .map(it -> record(it, now))
                        .toList();
        return new StatusPanel(
                object.name(),
                id,
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                MappingRow.Status.of(mapping, status),
                status.findings().stream().map(StatusPanels::finding).toList(),
                records,
                status.recordProblems());
    }

    private static Finding finding(ProblemCause cause) {
        return new Finding(
                cause.code().name(),
                cause.code().severity().name().toLowerCase(Locale.ROOT),
                cause.text(),
                mend(cause.action()),
                cause.action().label());
    }

    /** Which button does what an action says; {@code check} where a person has to do it. */
    static String mend(ProblemAction action) {
        return switch (action) {
            case REFRESH_OPTIONS -> "refresh";
            case EDIT_MAPPING -> "edit";
            case RELEASE -> "release";
            case GRANT_FIELD_ACCESS,
                    GRANT_RECORD_ACCESS,
                    GRANT_SCOPE,
                    CHANGE_DEFINITION,
                    FIX_RECORD,
                    SHORTEN_VALUE,
                    RETRY ->
                    "check";
        };
    }

    private static OfRecord record(Problem problem, Instant now) {
        return new OfRecord(
                problem.id().text(),
                problem.cause().code().name(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.cause().text(),
                mend(problem.cause().action()),
                orEmpty(problem.place().hubspotId()),
                orEmpty(problem.place().salesforceId()),
                Ago.of(problem.firstSeen(), now));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
