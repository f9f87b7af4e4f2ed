package io.crosswalk.functions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What EventBridge sends. (AWS's own ScheduledEvent class loses {@code detail-type}.)
 *
 * @param source {@code aws.partner/salesforce.com/...}, or {@code aws.scheduler}
 * @param detailType {@code ContactChangeEvent}, {@code Scheduled Event}
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventBridgeEvent(
        @Nullable String id,
        @Nullable String source,
        @JsonProperty("detail-type") @Nullable String detailType,
        @Nullable JsonNode detail) {

    /** The scheduler's. */
    public static EventBridgeEvent scheduled() {
        return new EventBridgeEvent(
                null, "aws.scheduler", "Scheduled Event", JsonNodeFactory.instance.objectNode());
    }
}
