package io.crosswalk.functions;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Look;
import io.crosswalk.sync.LookListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what sync has done since it was asked last, and logs it link by link. Thread-safe. */
@ApplicationScoped
class LookFigures implements LookListener {
    /** More than a batch writes. */
    private static final int LAGS_MAX = 2_000;

    private Map<Metric, Integer> counts = new EnumMap<>(Metric.class);
    private List<Long> lagMillis = new ArrayList<>();
    private Map<String, Integer> putOff = new TreeMap<>();

    /**
     * @param counts a metric that is missing is zero
     */
    record Figures(Map<Metric, Integer> counts, List<Long> lagMillis) {
        boolean areNone() {
            return counts.isEmpty() && lagMillis.isEmpty();
        }
    }

    @Override
    public synchronized void taken(int links) {
        add(Metric.BATCH_SIZE, links);
    }

    @Override
    public synchronized void putOff(RecordKey record, @Nullable String partnerId, String why) {
        putOff.merge(why, 1, Integer::sum);
        ChangeLog.putOff(record, partnerId, why);
    }

    @Override
    public synchronized void written(@Nullable Duration lag) {
        add(Metric.RECORDS_WRITTEN, 1);
        if (lag != null && lagMillis.size() < LAGS_MAX) {
            lagMillis.add(lag.toMillis());
        }
    }

    @Override
    public synchronized void failed() {
        add(Metric.RECORDS_FAILED, 1);
    }

    @Override
    public synchronized void looked(Look look) {
        look.fields().forEach(field -> add(metric(field.outcome()), 1));
        add(Metric.DECISIONS_NOTHING_TO_WRITE, look.nothingToWrite());
        ChangeLog.looked(look);
    }

    @Override
    public synchronized void made(RecordKey link, String salesforceId, Side side) {
        add(Metric.RECORDS_WRITTEN, 1);
        ChangeLog.made(link, salesforceId, side);
    }

    private static Metric metric(Look.Outcome outcome) {
        return switch (outcome) {
            case WRITTEN -> Metric.DECISIONS_WRITTEN;
            case REFUSED -> Metric.DECISIONS_REFUSED;
            case NOT_CONVERTIBLE -> Metric.DECISIONS_NOT_CONVERTIBLE;
            case HELD -> Metric.DECISIONS_HELD;
            case KEPT -> Metric.DECISIONS_KEPT;
            case PUT_OFF -> Metric.DECISIONS_PUT_OFF;
        };
    }

    private void add(Metric metric, int more) {
        if (more > 0) {
            counts.merge(metric, more, Integer::sum);
        }
    }

    /** Starts again at nothing; what was put off is no figure, and logged together. */
    synchronized Figures take() {
        Figures taken = new Figures(counts, lagMillis);
        counts = new EnumMap<>(Metric.class);
        lagMillis = new ArrayList<>();
        ChangeLog.putOff(putOff);
        putOff = new TreeMap<>();
        return taken;
    }
}
