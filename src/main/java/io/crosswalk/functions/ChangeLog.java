package io.crosswalk.functions;

import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Hinted;
import io.crosswalk.sync.Look;
import io.crosswalk.sync.Look.Field;
import io.crosswalk.sync.Look.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The log lines by which people follow a change from its event to its write: which record, what
 * changed, what was decided and what became of it. Names, ids, times and decisions; never a value.
 * Ids stand beside the text, so that they can be queried (docs/operations.md).
 */
final class ChangeLog {
    private static final Logger LOG = Logger.getLogger(ChangeLog.class);

    /** Of hundreds of fields a line names as many. */
    private static final int NAMED_MAX = 20;

    private ChangeLog() {}

    /**
     * Hints have made a record due.
     *
     * @param teller whose event told
     * @param eventIds by which that CRM knows the events
     */
    static void due(Side teller, Hinted record, List<String> eventIds) {
        Map<String, String> ids = ids(record.key(), record.partnerId());
        ids.put("toldBy", teller.name());
        if (!eventIds.isEmpty()) {
            ids.put("eventId", eventIds.stream().limit(NAMED_MAX).collect(Collectors.joining(" ")));
        }
        Instant newest = Instant.EPOCH;
        for (Noted hint : record.hints()) {
            newest = hint.at().isAfter(newest) ? hint.at() : newest;
        }
        if (newest.isAfter(Instant.EPOCH)) {
            ids.put("occurredAt", newest.toString());
        }
        String what =
                record.hints().isEmpty() ? "a change" : named(record.hints(), ChangeLog::what);
        line(Logger.Level.INFO, ids, name(ids) + " is due: " + teller.label() + " told of " + what);
    }

    private static String what(Noted hint) {
        return hint.kind() == Noted.Kind.CHANGED ? hint.name() : hint.kind().name();
    }

    /** A link was looked at; of interest to everybody only where something was to be written. */
    static void looked(Look look) {
        boolean written = look.fields().stream().anyMatch(field -> field.outcome() != Outcome.KEPT);
        Logger.Level level = written ? Logger.Level.INFO : Logger.Level.DEBUG;
        if (!LOG.isEnabled(level)) {
            return;
        }
        Map<String, String> ids = ids(look.link(), look.salesforceId());
        if (!look.fields().isEmpty()) {
            ids.put(
                    "outcomes",
                    look.fields().stream()
                            .map(field -> field.outcome().name())
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
        String entries =
                look.fields().stream()
                        .map(Field::journalAt)
                        .filter(at -> at != null)
                        .limit(NAMED_MAX)
                        .collect(Collectors.joining(" "));
        if (!entries.isEmpty()) {
            ids.put("journal", entries);
        }
        String decided =
                look.fields().isEmpty()
                        ? ""
                        : named(
                                        look.fields(),
                                        field ->
                                                field.mappingId()
                                                        + " "
                                                        + field.decision()
                                                        + " "
                                                        + field.outcome())
                                + "; ";
        line(level, ids, name(ids) + ": " + decided + look.nothingToWrite() + " to be left alone");
    }

    /** A record was put off; a batch's are told together. */
    static void putOff(RecordKey record, @Nullable String partnerId, String why) {
        if (LOG.isDebugEnabled()) {
            Map<String, String> ids = ids(record, partnerId);
            ids.put("putOff", why);
            line(Logger.Level.DEBUG, ids, name(ids) + " is put off: " + why);
        }
    }

    /**
     * What an invocation put off, and comes again.
     *
     * @param records how many, by the reason
     */
    static void putOff(Map<String, Integer> records) {
        if (records.isEmpty()) {
            return;
        }
        int all = records.values().stream().mapToInt(Integer::intValue).sum();
        String reasons =
                records.entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue())
                        .collect(Collectors.joining(", "));
        line(
                Logger.Level.INFO,
                Map.of("putOff", String.join(" ", records.keySet())),
                all + (all == 1 ? " record is" : " records are") + " put off: " + reasons);
    }

    /** A missing record was made. */
    static void made(RecordKey link, String salesforceId, Side side) {
        Map<String, String> ids = ids(link, salesforceId);
        ids.put("outcomes", "MADE");
        line(Logger.Level.INFO, ids, name(ids) + ": made in " + side.label());
    }

    /** A record could not be looked at, for a reason of ours or of storage's. */
    static void failed(RecordKey key, RuntimeException why) {
        Map<String, String> ids = ids(key, null);
        ids.put("outcomes", "FAILED");
        line(Logger.Level.ERROR, ids, "Record " + key.text() + " failed and stays due", why);
    }

    private static Map<String, String> ids(RecordKey record, @Nullable String partnerId) {
        boolean ofHubspot = record.side() == Side.HUBSPOT;
        String hubspotId = ofHubspot ? record.recordId() : partnerId;
        String salesforceId = ofHubspot ? partnerId : record.recordId();
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("object", record.object());
        if (hubspotId != null) {
            ids.put("hubspotId", hubspotId);
        }
        if (salesforceId != null) {
            ids.put("salesforceId", salesforceId);
        }
        return ids;
    }

    /** {@code contact 501 (0035g00000000GNAAY)}. */
    private static String name(Map<String, String> ids) {
        String hubspotId = ids.get("hubspotId");
        String salesforceId = ids.get("salesforceId");
        return ids.get("object")
                + (hubspotId == null ? "" : " " + hubspotId)
                + (salesforceId == null ? "" : " (" + salesforceId + ")");
    }

    private static <T> String named(List<T> all, Function<T, String> name) {
        String first =
                all.stream()
                        .limit(NAMED_MAX)
                        .map(name)
                        .distinct()
                        .collect(Collectors.joining(", "));
        int more = all.size() - NAMED_MAX;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static void line(Logger.Level level, Map<String, String> ids, String text) {
        line(level, ids, text, null);
    }

    private static void line(
            Logger.Level level, Map<String, String> ids, String text, @Nullable Throwable why) {
        ids.forEach(MDC::put);
        try {
            LOG.log(level, text, why);
        } finally {
            ids.keySet().forEach(MDC::remove);
        }
    }
}
