package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MappingStatus.Level;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingStatusTest {

    @ParameterizedTest
    @CsvSource({
        ", 0, OK, ",
        "HUBSPOT_OPTIONS_MISSING, 0, WARNING, HUBSPOT_OPTIONS_MISSING",
        "FIELD_GONE, 0, ISSUE, FIELD_GONE",
        "HUBSPOT_OPTIONS_MISSING;FIELD_GONE, 0, ISSUE, FIELD_GONE",
        "FIELD_GONE;HUBSPOT_OPTIONS_MISSING, 0, ISSUE, FIELD_GONE",
        ", 1, ISSUE, RECORDS_HAVE_PROBLEMS",
        "HUBSPOT_OPTIONS_MISSING, 2, ISSUE, RECORDS_HAVE_PROBLEMS",
        "FIELD_GONE, 2, ISSUE, FIELD_GONE"
    })
    void status_isTheWorstThereIs(
            @Nullable String codes, int records, Level level, @Nullable ProblemCode code) {
        List<ProblemCause> findings =
                codes == null
                        ? List.of()
                        : Stream.of(codes.split(";"))
                                .map(ProblemCode::valueOf)
                                .map(each -> ProblemCause.of(each, each.meaning()))
                                .toList();

        MappingStatus status = MappingStatus.of("m", findings, records);

        assertThat(status.level()).isEqualTo(level);
        assertThat(status.code()).isEqualTo(code);
        assertThat(status.action() == null).isEqualTo(level == Level.OK);
        assertThat(status.recordProblems()).isEqualTo(records);
    }
}
