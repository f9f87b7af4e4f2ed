package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a change event, as EventBridge delivers it, into hints (Change Data Capture Developer
 * Guide). Total: whatever the tree is, there is an answer and no exception.
 */
@Singleton
public class ChangeEvents {
    private static final int RECORDS_MAX = 10_000;

    private final String clientName;

    @Inject
    ChangeEvents(SalesforceConfig config) {
        this(config.clientName());
    }

    /**
     * @param clientName what our calls carry in Sforce-Call-Options; Salesforce gives it back as
     *     the change's origin
     */
    public ChangeEvents(String clientName) {
        this.clientName = clientName;
    }

    /**
     * @param detail the event's {@code detail}, with or without a {@code payload} around the header
     */
    public ChangeEventBatch parse(JsonNode detail) {
        JsonNode payload = detail.path("payload");
        JsonNode body = payload.path("ChangeEventHeader").isObject() ? payload : detail;
        JsonNode header = body.path("ChangeEventHeader");
        String entity = header.path("entityName").asText("");
        if (!header.isObject() || !entity.matches("[A-Za-z][A-Za-z0-9_]{0,79}")) {
            return new ChangeEventBatch.Ignored("no change event");
        }
        String changeType = header.path("changeType").asText("");
        Instant at = WireValues.instant(header.path("commitTimestamp"));
        if (changeType.equals("GAP_OVERFLOW")) {
            return new ChangeEventBatch.Overflow(entity, at);
        }
        Hint.Kind kind = kind(changeType);
        if (kind == null) {
            return new ChangeEventBatch.Ignored("a change type that is not known");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode node : header.path("recordIds")) {
            String id = RecordId.of(node.asText(""));
            if (node.asText("").endsWith("*") || ids.size() >= RECORDS_MAX) {
                return new ChangeEventBatch.Overflow(entity, at);
            }
            if (id != null) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            return changeType.startsWith("GAP_")
                    ? new ChangeEventBatch.Overflow(entity, at)
                    : new ChangeEventBatch.Ignored("no record ids");
        }
        return hints(entity, changeType, kind, at, ids, body);
    }

    private ChangeEventBatch hints(
            String entity,
            String changeType,
            Hint.Kind kind,
            @Nullable Instant at,
            Set<String> ids,
            JsonNode body) {
        List<Hint.Change> changes = List.of();
        // What an undeleted record holds is what it held before: nobody has edited it.
        boolean edits = kind == Hint.Kind.CHANGED || kind == Hint.Kind.CREATED;
        if (at != null && !changeType.startsWith("GAP_") && edits) {
            EventFields fields = new EventFields(body, at);
            changes = kind == Hint.Kind.CHANGED ? fields.changed() : fields.filled();
            if (fields.onlyStamps()) {
                return new ChangeEventBatch.Ignored("nothing but system fields changed");
            }
        }
        boolean ours = ours(body.path("ChangeEventHeader").path("changeOrigin").asText(""));
        List<Hint> hints = new ArrayList<>();
        for (String id : ids) {
            hints.add(new Hint(Side.SALESFORCE, entity, id, kind, changes, ours, null));
        }
        String transaction = body.path("ChangeEventHeader").path("transactionKey").asText("");
        // What is logged has no other text of an event in it.
        return new ChangeEventBatch.Hints(
                hints, transaction.matches("[A-Za-z0-9-]{1,64}") ? transaction : "");
    }

    private static Hint.@Nullable Kind kind(String changeType) {
        return switch (changeType) {
            case "CREATE", "GAP_CREATE" -> Hint.Kind.CREATED;
            case "UPDATE", "GAP_UPDATE" -> Hint.Kind.CHANGED;
            case "DELETE", "GAP_DELETE" -> Hint.Kind.DELETED;
            case "UNDELETE", "GAP_UNDELETE" -> Hint.Kind.RESTORED;
            default -> null;
        };
    }

    /** {@code com/salesforce/api/rest/63.0;client=crosswalk}. */
    private boolean ours(String origin) {
        for (String part : origin.split(";")) {
            if (part.strip().equals("client=" + clientName)) {
                return true;
            }
        }
        return false;
    }
}
