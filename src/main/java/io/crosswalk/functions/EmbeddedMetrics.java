package io.crosswalk.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@link Metrics} as lines on standard output, which CloudWatch Logs reads as metrics (Embedded
 * Metric Format): no call, no agent, nothing to wait for.
 */
final class EmbeddedMetrics implements Metrics {
    static final String NAMESPACE = "Crosswalk";
    static final String DIMENSION = "Stack";

    private final String stack;
    private final Clock clock;
    private final Consumer<String> lines;

    /**
     * @param stack the deployment's name, so that two of them in one account are told apart
     */
    EmbeddedMetrics(String stack, Clock clock, Consumer<String> lines) {
        this.stack = stack;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void put(Map<Metric, ? extends Number> values) {
        if (values.isEmpty()) {
            return;
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE).putArray("Dimensions").addArray().add(DIMENSION);
        ArrayNode metrics = directive.putArray("Metrics");
        line.put(DIMENSION, stack);
        new TreeMap<>(values)
                .forEach(
                        (metric, value) -> {
                            metrics.addObject()
                                    .put("Name", metric.title())
                                    .put("Unit", metric.unit());
                            line.put(metric.title(), value.longValue());
                        });
        lines.accept(line.toString());
    }
}
