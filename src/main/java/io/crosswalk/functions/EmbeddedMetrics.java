package io.crosswalk.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@link Metrics} as lines on standard output, which CloudWatch Logs reads as metrics (Embedded
 * Metric Format): no call, no agent, nothing to wait for. Every line tells of the calls to the CRMs
 * since the one before as well.
 */
final class EmbeddedMetrics implements Metrics {
    static final String NAMESPACE = "Crosswalk";
    static final String DIMENSION = "Stack";

    /** CloudWatch reads as many values of one metric in a line. */
    static final int SAMPLES_MAX = 100;

    private final String stack;
    private final Supplier<Map<Metric, Integer>> calls;
    private final Clock clock;
    private final Consumer<String> lines;

    /**
     * @param stack the deployment's name, so that two of them in one account are told apart
     * @param calls those since it was asked last
     */
    EmbeddedMetrics(
            String stack,
            Supplier<Map<Metric, Integer>> calls,
            Clock clock,
            Consumer<String> lines) {
        this.stack = stack;
        this.calls = calls;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void put(Map<Metric, ? extends Number> values, Map<Metric, List<Long>> samples) {
        Map<Metric, Number> single = new TreeMap<>(values);
        single.putAll(calls.get());
        Map<Metric, List<Long>> several = new TreeMap<>(samples);
        several.values().removeIf(List::isEmpty);
        if (single.isEmpty() && several.isEmpty()) {
            return;
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE).putArray("Dimensions").addArray().add(DIMENSION);
        ArrayNode metrics = directive.putArray("Metrics");
        line.put(DIMENSION, stack);
        single.forEach(
                (metric, value) -> {
                    declare(metrics, metric);
                    line.put(metric.title(), value.longValue());
                });
        several.forEach(
                (metric, measured) -> {
                    declare(metrics, metric);
                    ArrayNode array = line.putArray(metric.title());
                    spread(measured).forEach(array::add);
                });
        lines.accept(line.toString());
    }

    private static void declare(ArrayNode metrics, Metric metric) {
        metrics.addObject().put("Name", metric.title()).put("Unit", metric.unit());
    }

    /**
     * As many as a line holds, the least and the greatest among them and the others evenly between
     * by rank, so that percentiles stay what they are.
     */
    private static List<Long> spread(List<Long> measured) {
        if (measured.size() <= SAMPLES_MAX) {
            return measured;
        }
        List<Long> sorted = measured.stream().sorted().toList();
        Long[] spread = new Long[SAMPLES_MAX];
        for (int i = 0; i < SAMPLES_MAX; i++) {
            spread[i] = sorted.get((int) ((long) i * (sorted.size() - 1) / (SAMPLES_MAX - 1)));
        }
        return List.of(spread);
    }
}
