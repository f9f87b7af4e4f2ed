package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines that CloudWatch reads as metrics, letter by letter. */
class EmbeddedMetricsTest {
    private final List<String> lines = new ArrayList<>();
    private final EmbeddedMetrics metrics =
            new EmbeddedMetrics(
                    "crosswalk-test",
                    Clock.fixed(Instant.ofEpochMilli(1_795_514_400_123L), ZoneOffset.UTC),
                    lines::add);

    @Test
    void oneMetric_isALineInEmbeddedMetricFormat() {
        metrics.put(Map.of(Metric.SIGNATURE_FAILURES, 1));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1795514400123,\"CloudWatchMetrics\":[{"
                                + "\"Namespace\":\"Crosswalk\",\"Dimensions\":[[\"Stack\"]],"
                                + "\"Metrics\":[{\"Name\":\"SignatureFailures\",\"Unit\":\"Count\"}"
                                + "]}]},\"Stack\":\"crosswalk-test\",\"SignatureFailures\":1}");
    }

    @Test
    void severalMetrics_shareOneLineInTheOrderOfTheList() {
        metrics.put(
                Map.of(
                        Metric.BATCH_FAILURES, 0,
                        Metric.RECORDS_FAILED, 2,
                        Metric.RECORDS_WRITTEN, 98));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1795514400123,\"CloudWatchMetrics\":[{"
                                + "\"Namespace\":\"Crosswalk\",\"Dimensions\":[[\"Stack\"]],"
                                + "\"Metrics\":[{\"Name\":\"RecordsWritten\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"RecordsFailed\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"BatchFailures\",\"Unit\":\"Count\"}]}]},"
                                + "\"Stack\":\"crosswalk-test\",\"RecordsWritten\":98,"
                                + "\"RecordsFailed\":2,\"BatchFailures\":0}");
    }

    @Test
    void nothingMeasured_noLine() {
        metrics.put(Map.of());

        assertThat(lines).isEmpty();
    }

    @Test
    void everyMetric_hasANameOfItsOwnThatCloudWatchTakes() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::title))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.matches("[A-Z][A-Za-z]+"));
        assertThat(Arrays.stream(Metric.values()).map(Metric::unit))
                .isSubsetOf("Count", "Seconds", "Percent");
    }
}
