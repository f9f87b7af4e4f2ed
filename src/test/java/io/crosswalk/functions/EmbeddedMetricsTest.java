package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.hubspot.CallListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The lines that CloudWatch reads as metrics, letter by letter. */
class EmbeddedMetricsTest {
    private final List<String> lines = new ArrayList<>();
    private final CallCounts calls = new CallCounts();
    private final EmbeddedMetrics metrics =
            new EmbeddedMetrics(
                    "crosswalk-test",
                    calls::take,
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
        metrics.put(Map.of(), Map.of(Metric.CHANGE_TO_WRITE_LAG, List.of()));

        assertThat(lines).isEmpty();
    }

    @Test
    void measuredSeveralTimes_isAnArrayOfWhichCloudWatchMakesPercentiles() {
        metrics.put(
                Map.of(Metric.RECORDS_WRITTEN, 2),
                Map.of(Metric.CHANGE_TO_WRITE_LAG, List.of(900L, 450L)));

        assertThat(lines)
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1795514400123,\"CloudWatchMetrics\":[{"
                                + "\"Namespace\":\"Crosswalk\",\"Dimensions\":[[\"Stack\"]],"
                                + "\"Metrics\":[{\"Name\":\"RecordsWritten\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"ChangeToWriteLag\",\"Unit\":\"Milliseconds\"}]}]},"
                                + "\"Stack\":\"crosswalk-test\",\"RecordsWritten\":2,"
                                + "\"ChangeToWriteLag\":[900,450]}");
    }

    /** CloudWatch drops a line with more. */
    @Test
    void measuredMoreThanAHundredTimes_aHundredStandForAll() throws Exception {
        List<Long> lags = new ArrayList<>(LongStream.rangeClosed(0, 600).boxed().toList());
        Collections.shuffle(lags, new Random(1));

        metrics.put(Map.of(), Map.of(Metric.CHANGE_TO_WRITE_LAG, lags));

        JsonNode told = new ObjectMapper().readTree(lines.get(0)).path("ChangeToWriteLag");
        assertThat(told).hasSize(100);
        assertThat(told.get(0).asLong()).isZero();
        assertThat(told.get(50).asLong()).isBetween(297L, 303L);
        assertThat(told.get(98).asLong()).isBetween(590L, 597L);
        assertThat(told.get(99).asLong()).isEqualTo(600);
    }

    @Test
    void callsToTheCrms_areToldOnceWithTheNextLineWithoutLogins() {
        calls.called(CallListener.Kind.BATCH_READ, 100, 200, 40);
        calls.called(CallListener.Kind.BATCH_UPDATE, 100, 0, 40);
        calls.called(CallListener.Kind.LOGIN, 0, 200, 40);
        calls.called(io.crosswalk.salesforce.CallListener.Kind.QUERY, 0, 503, 40);
        calls.called(io.crosswalk.salesforce.CallListener.Kind.LOGIN, 0, 200, 40);

        metrics.put(Map.of());
        metrics.put(Map.of());

        assertThat(lines)
                .singleElement()
                .asString()
                .endsWith("\"HubspotCalls\":2,\"SalesforceCalls\":1}");
    }

    @Test
    void everyMetric_isDescribed() throws Exception {
        String described = Files.readString(Path.of("docs/metrics.md"));

        assertThat(Arrays.stream(Metric.values()).map(Metric::title))
                .allMatch(title -> described.contains("`" + title + "`"));
    }

    @Test
    void everyMetric_hasANameOfItsOwnThatCloudWatchTakes() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::title))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(100)
                .allMatch(title -> title.matches("[A-Z][A-Za-z]+"));
        assertThat(Arrays.stream(Metric.values()).map(Metric::unit))
                .isSubsetOf("Count", "Seconds", "Milliseconds", "Percent");
    }
}
