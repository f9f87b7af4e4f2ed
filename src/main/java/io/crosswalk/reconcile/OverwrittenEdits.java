package io.crosswalk.reconcile;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Lane;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotClient.Changed;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks in HubSpot's history for edits that came between a look and its write and were overwritten,
 * where no webhook told of them. Once per write, when webhooks have had their time; 50 records a
 * call. What it finds it hints, and sync judges.
 */
@ApplicationScoped
public class OverwrittenEdits {
    /**
     * A record that was changed since the run before may have been hidden from that: search shows
     * changes late. Its writes are checked again from so long before.
     */
    private static final Duration HIDDEN = Duration.ofMinutes(15);

    private static final int RECORDS_PER_CALL = 50;

    private final HubspotClient hubspot;
    private final Cursors cursors;
    private final Fingerprints fingerprints;
    private final PageCalls calls;
    private final ReconcileConfig config;
    private final Clock clock;

    public OverwrittenEdits(
            HubspotClient hubspot,
            Cursors cursors,
            Fingerprints fingerprints,
            PageCalls calls,
            ReconcileConfig config,
            Clock clock) {
        this.hubspot = hubspot;
        this.cursors = cursors;
        this.fingerprints = fingerprints;
        this.calls = calls;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One run of catching up with an object.
     *
     * @param from writes up to then were checked before
     * @param to writes up to then are checked now
     */
    final class Check {
        private final MappingPlan plan;
        private final Instant from;
        private final Instant to;
        private final Instant checkedBefore;
        private boolean whole = true;

        private Check(MappingPlan plan, Instant from, Instant to) {
            this.plan = plan;
            this.from = from;
            this.to = to;
            this.checkedBefore = from.equals(Instant.EPOCH) ? from : from.minus(HIDDEN);
        }

        /**
         * Hints of what was overwritten, per link.
         *
         * @param links those of the records that have one
         */
        Map<RecordKey, List<Noted>> find(List<CrmRecord> records, Map<RecordKey, Link> links) {
            Map<RecordKey, List<Noted>> found = new HashMap<>();
            Map<String, Link> byId = new HashMap<>();
            Set<String> properties = new LinkedHashSet<>();
            for (CrmRecord record : records) {
                Link link = links.get(RecordKey.hubspot(plan.object().name(), record.id()));
                if (link == null
                        || record.modifiedAt() != null && !record.modifiedAt().isAfter(from)) {
                    continue;
                }
                List<Noted> later = hidden(record, link);
                if (!later.isEmpty()) {
                    found.put(link.key(), later);
                }
                for (PlannedField field : plan.fields()) {
                    if (shows(record, field.mapping())
                            && !writes(field.mapping(), link).isEmpty()) {
                        byId.put(link.key().recordId(), link);
                        properties.add(field.mapping().hubspotProperty());
                    }
                }
            }
            if (byId.isEmpty()) {
                return found;
            }
            int most = Calls.batches(byId.size(), RECORDS_PER_CALL);
            Map<String, Map<String, List<Changed>>> histories =
                    calls.call(
                            Calls.of(Lane.HUBSPOT, most),
                            () ->
                                    hubspot.histories(
                                            plan.object().hubspotType(),
                                            byId.keySet(),
                                            properties));
            if (histories == null) {
                whole = false;
                return found;
            }
            histories.forEach(
                    (id, its) -> {
                        List<Noted> hints = overwritten(byId.get(id), its);
                        if (!hints.isEmpty()) {
                            found.computeIfAbsent(byId.get(id).key(), key -> new ArrayList<>())
                                    .addAll(hints);
                        }
                    });
            return found;
        }

        /** What HubSpot hides now is asked of by the look after it is back. */
        private List<Noted> hidden(CrmRecord record, Link link) {
            List<Mapping> all = new ArrayList<>(plan.unplanned());
            plan.fields().stream().map(PlannedField::mapping).forEach(all::add);
            List<Noted> later = new ArrayList<>();
            for (Mapping mapping : all) {
                if (shows(record, mapping)) {
                    continue;
                }
                writes(mapping, link).stream()
                        .max(Comparator.naturalOrder())
                        .map(at -> Noted.changed(Side.HUBSPOT, mapping.hubspotProperty(), at))
                        .ifPresent(later::add);
            }
            return later;
        }

        private static boolean shows(CrmRecord record, Mapping mapping) {
            return record.values().containsKey(mapping.hubspotProperty());
        }

        private List<Instant> writes(Mapping mapping, Link link) {
            return config.checkedRules().contains(mapping.syncRule())
                    ? link.ourWrites(mapping.id(), Side.HUBSPOT).stream()
                            .filter(at -> at.isAfter(checkedBefore) && !at.isAfter(to))
                            .toList()
                    : List.of();
        }

        private List<Noted> overwritten(Link link, Map<String, List<Changed>> histories) {
            List<Noted> hints = new ArrayList<>();
            for (PlannedField field : plan.fields()) {
                String property = field.mapping().hubspotProperty();
                Changed below = belowOurs(histories.getOrDefault(property, List.of()));
                boolean near =
                        below != null
                                && writes(field.mapping(), link).stream()
                                        .anyMatch(at -> RecentWrites.mayHaveMet(at, below.at()));
                if (near) {
                    hints.add(hint(link, field, below));
                }
            }
            return hints;
        }

        private Noted hint(Link link, PlannedField field, Changed edit) {
            return new Noted(
                    Side.HUBSPOT,
                    Noted.Kind.CHANGED,
                    field.mapping().hubspotProperty(),
                    edit.at(),
                    false,
                    fingerprints.of(
                            link.key(),
                            field.mapping().id(),
                            Side.HUBSPOT,
                            field.ofHubspot(edit.wire())));
        }

        /** Whether there were calls to ask for every history that was needed so far. */
        boolean isWhole() {
            return whole;
        }

        /** After the last page: what was checked is not checked again. */
        void end() {
            if (whole) {
                cursors.advance(cursor(plan), Side.HUBSPOT, to);
            }
        }
    }

    Check check(MappingPlan plan) {
        Instant to = clock.instant().minus(config.writesCheckedAfter());
        // Without our app's id every entry looks like somebody else's.
        Instant from = hubspot.recognisesUs() ? cursors.cursor(cursor(plan), Side.HUBSPOT) : to;
        return new Check(plan, from, to);
    }

    private static String cursor(MappingPlan plan) {
        return plan.object().name() + "/writes";
    }

    private static @Nullable Changed belowOurs(List<Changed> newestFirst) {
        int below = 0;
        while (below < newestFirst.size() && newestFirst.get(below).ours()) {
            below++;
        }
        return below > 0 && below < newestFirst.size() ? newestFirst.get(below) : null;
    }
}
