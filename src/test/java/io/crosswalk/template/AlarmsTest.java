package io.crosswalk.template;

import static io.crosswalk.template.Template.at;
import static io.crosswalk.template.Template.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.functions.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Alarms look at figures that exist, tell somebody, and have a runbook. */
class AlarmsTest {
    private static final Template TEMPLATE = Template.load();
    private static final Map<String, Map<String, Object>> ALARMS =
            TEMPLATE.properties("AWS::CloudWatch::Alarm");
    private static final Path RUNBOOK = Path.of("docs/operations.md");

    @TestFactory
    List<DynamicTest> everyAlarm_hasItsSectionInTheRunbook() throws Exception {
        String runbook = Files.readString(RUNBOOK);
        return ALARMS.values().stream()
                .map(
                        alarm ->
                                ((String) at(alarm, "AlarmName", "Fn::Sub"))
                                        .replace("${AWS::StackName} ", ""))
                .map(
                        name ->
                                DynamicTest.dynamicTest(
                                        name,
                                        () -> assertThat(runbook).contains("\n### `" + name + "`")))
                .toList();
    }

    @Test
    void everyAlarm_tellsTheTopicAndTheAddress() {
        ALARMS.values()
                .forEach(
                        alarm -> {
                            assertThat(alarm.get("AlarmActions")).isEqualTo(alarm.get("OKActions"));
                            assertThat(alarm.get("AlarmActions").toString())
                                    .contains("AlarmTopic}")
                                    .contains("AlarmTopicArn");
                        });
    }

    @Test
    void figures_areThoseThatTheFunctionsEmit() throws Exception {
        Set<String> looked = new TreeSet<>();
        ALARMS.values().stream()
                .filter(alarm -> "Crosswalk".equals(alarm.get("Namespace")))
                .forEach(alarm -> looked.add((String) alarm.get("MetricName")));
        list(at(TEMPLATE.propertiesOf("WebhooksRefusedAlarm"), "Metrics"))
                .forEach(
                        metric -> {
                            Object stat = at(metric, "MetricStat");
                            if (stat != null) {
                                looked.add((String) at(stat, "Metric", "MetricName"));
                            }
                        });
        dashboardFigures().forEach(looked::add);

        assertThat(Stream.of(Metric.values()).map(Metric::title)).containsAll(looked);
    }

    /**
     * A run may take five minutes, and most likely does when there is most to tell: each of these
     * figures is an age or a level, so the last one holds until the next.
     */
    @Test
    void figuresThatComeOnceARun_ringAtOnceAndWaitForTheNext() {
        for (String name :
                List.of(
                        "OldestDue",
                        "HubspotSilent",
                        "SalesforceSilent",
                        "ProblemsOpen",
                        "PausedMappings",
                        "HubspotBudget",
                        "SalesforceBudget")) {
            assertThat(ALARMS.get(name + "Alarm"))
                    .as(name)
                    .containsEntry("EvaluationPeriods", 1)
                    .containsEntry("DatapointsToAlarm", 1)
                    .containsEntry("TreatMissingData", "ignore");
        }
    }

    @Test
    void reconcileThatDoesNotRun_ringsAndOneGapDoesNot() {
        assertThat(ALARMS.get("CursorAgeAlarm"))
                .containsEntry("TreatMissingData", "breaching")
                .containsEntry("Period", 300)
                .containsEntry("EvaluationPeriods", 3)
                .containsEntry("DatapointsToAlarm", 3);
    }

    /** Salesforce's events go on while every webhook is refused. */
    @Test
    void webhooksRefused_isMeasuredByHubspotsHintsAlone() {
        String metrics = at(TEMPLATE.propertiesOf("WebhooksRefusedAlarm"), "Metrics").toString();

        assertThat(metrics)
                .contains(Metric.HUBSPOT_HINTS_STORED.title())
                .contains(Metric.SIGNATURE_FAILURES.title())
                .doesNotContain("Salesforce");
    }

    /** Salesforce may be deployed without events, and HubSpot's figure is 0 until one came. */
    @Test
    void salesforceIsSilent_ringsOnlyWhereItsEventsAreDeployed() {
        assertThat(ALARMS.get("SalesforceSilentAlarm").get("Threshold"))
                .isEqualTo(Map.of("Fn::If", List.of("HasChangeEvents", 10_800, 1_000_000_000)));
        assertThat(ALARMS.get("HubspotSilentAlarm")).containsEntry("Threshold", 10_800);
    }

    @Test
    void dashboard_showsWhatSyncDoes() throws Exception {
        assertThat(dashboardFigures())
                .contains(
                        Metric.CHANGE_TO_WRITE_LAG.title(),
                        Metric.BATCH_SIZE.title(),
                        Metric.HUBSPOT_CALLS.title(),
                        Metric.SALESFORCE_CALLS.title(),
                        Metric.DECISIONS_WRITTEN.title(),
                        Metric.DECISIONS_REFUSED.title());
    }

    @Test
    void dashboard_isJsonAndShowsEveryAlarm() throws Exception {
        String body = (String) at(TEMPLATE.propertiesOf("Dashboard"), "DashboardBody", "Fn::Sub");
        JsonNode widgets = new ObjectMapper().readTree(body).get("widgets");

        assertThat(widgets.get(0).get("properties").get("alarms"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        ALARMS.keySet().stream().map(name -> "${" + name + ".Arn}").toList());
    }

    @Test
    void figuresWithoutWhichAnAlarmRings_comeOftenEnoughAtEveryPaceOfReconcile() {
        for (Object rate : (List<?>) parameter("ReconcileEvery").get("AllowedValues")) {
            int seconds = 60 * Integer.parseInt(rate.toString().replaceAll("\\D", ""));
            ALARMS.values().stream()
                    .filter(alarm -> "breaching".equals(alarm.get("TreatMissingData")))
                    .forEach(
                            alarm ->
                                    assertThat((int) alarm.get("Period"))
                                            .as("%s at %s", alarm.get("MetricName"), rate)
                                            .isGreaterThanOrEqualTo(seconds));
        }
    }

    private static Map<?, ?> parameter(String name) {
        return (Map<?, ?>) TEMPLATE.section("Parameters").get(name);
    }

    private static Set<String> dashboardFigures() throws Exception {
        Set<String> names = new TreeSet<>();
        String body = (String) at(TEMPLATE.propertiesOf("Dashboard"), "DashboardBody", "Fn::Sub");
        for (JsonNode metric : new ObjectMapper().readTree(body).findValues("metrics")) {
            for (JsonNode row : metric) {
                if (row.get(0).asText().equals("Crosswalk")) {
                    names.add(row.get(1).asText());
                }
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }
}
