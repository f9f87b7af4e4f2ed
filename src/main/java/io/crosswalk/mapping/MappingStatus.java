package io.crosswalk.mapping;

import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.ProblemStore;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping is: the worst of what metadata says against it and of its records' problems.
 *
 * @param code why it is not OK; null when it is
 * @param text for people
 * @param action what mends it; null when it is OK
 * @param recordProblems how many of its records have problems, counted to {@link
 *     ProblemStore#COUNT_MAX}
 */
public record MappingStatus(
        String mappingId,
        Level level,
        @Nullable ProblemCode code,
        String text,
        @Nullable ProblemAction action,
        List<ProblemCause> findings,
        int recordProblems) {

    public enum Level {
        OK,
        WARNING,
        ISSUE
    }

    public MappingStatus {
        findings = List.copyOf(findings);
    }

    static MappingStatus of(String mappingId, List<ProblemCause> findings, int recordProblems) {
        ProblemCause worst =
                findings.stream()
                        .max(Comparator.comparing(cause -> cause.code().severity()))
                        .orElse(null);
        boolean issueOfMapping = worst != null && worst.code().severity() == ProblemSeverity.ISSUE;
        if (recordProblems > 0 && !issueOfMapping) {
            worst = ofRecords(recordProblems);
        }
        return worst == null
                ? new MappingStatus(
                        mappingId,
                        Level.OK,
                        null,
                        "Property and field fit each other, and no record has a problem.",
                        null,
                        findings,
                        recordProblems)
                : new MappingStatus(
                        mappingId,
                        Level.valueOf(worst.code().severity().name()),
                        worst.code(),
                        worst.text(),
                        worst.action(),
                        findings,
                        recordProblems);
    }

    private static ProblemCause ofRecords(int count) {
        String many = count >= ProblemStore.COUNT_MAX ? count + " or more" : "" + count;
        ProblemCode code = ProblemCode.RECORDS_HAVE_PROBLEMS;
        return ProblemCause.of(
                code,
                (count == 1 ? "1 record has" : many + " records have")
                        + " a value that could not be written. "
                        + code.mending());
    }
}
