package io.crosswalk.backfill;

import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RunCount;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Previewed;
import io.crosswalk.sync.Previewed.Field;
import io.crosswalk.sync.PreviewedAction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run would do, counted.
 *
 * @param records numbers of records
 * @param mappings per mapping id
 * @param undone per reason the journal entries that an undo takes back or not; WRITTEN where it
 *     does
 */
public record RunPreview(
        Records records, Map<String, OfMapping> mappings, Map<RunCount, Long> undone) {
    /** Of all mappings: they stand in the run's item. */
    static final int REASONS_MAX = 100;

    public static final RunPreview NONE =
            new RunPreview(new Records(0, 0, 0, 0, 0, 0), Map.of(), Map.of());

    public RunPreview {
        mappings = Map.copyOf(mappings);
        undone = Map.copyOf(undone);
    }

    /**
     * @param looked links that were looked at
     * @param unlinked records that match and have no partner
     * @param gone links whose record was deleted on a side
     * @param hubspotWrites records to be written in HubSpot
     * @param salesforceWrites records to be written in Salesforce
     * @param histories records whose history HubSpot is asked for
     */
    public record Records(
            long looked,
            long unlinked,
            long gone,
            long hubspotWrites,
            long salesforceWrites,
            long histories) {

        Records plus(Previewed page) {
            Set<RecordKey> hubspot = new HashSet<>();
            Set<RecordKey> salesforce = new HashSet<>();
            Set<RecordKey> timed = new HashSet<>();
            for (Field field : page.fields()) {
                Side side = field.action().writes();
                if (side != null) {
                    (side == Side.HUBSPOT ? hubspot : salesforce).add(field.link());
                }
                if (field.decision().note() == Note.CONFLICT) {
                    // Only the times of the fields could tell which is the later.
                    timed.add(field.link());
                }
            }
            return new Records(
                    looked + page.looked(),
                    unlinked + page.unlinked(),
                    gone + page.gone(),
                    hubspotWrites + hubspot.size(),
                    salesforceWrites + salesforce.size(),
                    histories + timed.size());
        }
    }

    /**
     * @param rule the stamp of the mapping's rule when it was counted first; empty where that was
     *     not kept
     * @param refusals why values cannot be written, and how many; of many reasons only the first
     */
    public record OfMapping(
            String hubspotProperty,
            String salesforceField,
            String rule,
            Map<PreviewedAction, Long> counts,
            Map<String, Long> refusals) {
        /** Most mappings have one or two. Owners and pairs of stages may have many. */
        static final int REFUSALS_MAX = 10;

        public OfMapping {
            counts = Map.copyOf(counts);
            refusals = Map.copyOf(refusals);
        }

        public OfMapping(
                String hubspotProperty, String salesforceField, Map<PreviewedAction, Long> counts) {
            this(hubspotProperty, salesforceField, "", counts, Map.of());
        }

        /**
         * @param room whether a further reason can be kept
         */
        OfMapping plus(Field field, boolean room) {
            Map<PreviewedAction, Long> more = new EnumMap<>(PreviewedAction.class);
            more.putAll(counts);
            more.merge(field.action(), 1L, Long::sum);
            String why = field.refused();
            boolean kept =
                    why != null
                            && (refusals.containsKey(why)
                                    || room && refusals.size() < REFUSALS_MAX);
            if (!kept) {
                return new OfMapping(hubspotProperty, salesforceField, rule, more, refusals);
            }
            Map<String, Long> told = new HashMap<>(refusals);
            told.merge(why, 1L, Long::sum);
            return new OfMapping(hubspotProperty, salesforceField, rule, more, told);
        }
    }

    RunPreview plus(Previewed page, RunOrder order) {
        Map<String, OfMapping> counted = new TreeMap<>(mappings);
        int reasons = mappings.values().stream().mapToInt(it -> it.refusals().size()).sum();
        for (Field field : page.fields()) {
            if (isCounted(field, order)) {
                OfMapping none =
                        new OfMapping(
                                field.mapping().hubspotProperty(),
                                field.mapping().salesforceField(),
                                field.mapping().choice().ruleStamp(),
                                Map.of(),
                                Map.of());
                OfMapping before = counted.getOrDefault(field.mapping().id(), none);
                OfMapping after = before.plus(field, reasons < REASONS_MAX);
                reasons += after.refusals().size() - before.refusals().size();
                counted.put(field.mapping().id(), after);
            }
        }
        Map<RunCount, Long> more = new EnumMap<>(RunCount.class);
        more.putAll(undone);
        page.undone().forEach((count, by) -> more.merge(count, by, Long::sum));
        return new RunPreview(records.plus(page), counted, more);
    }

    /** To look at every link once, at least. */
    public CallPace.Calls reads() {
        return CallPace.Calls.looking(records.looked(), records.histories());
    }

    /** To make every write, at least. */
    public CallPace.Calls writes() {
        return CallPace.Calls.writing(records.hubspotWrites(), records.salesforceWrites());
    }

    /**
     * Whether the run is about a mapping. A run over all mappings is about those that its first
     * look has counted: what came since was seen by nobody who lets it run.
     */
    boolean covers(String mappingId, RunOrder.Backfill order) {
        return order.mappings().isEmpty()
                ? records.looked() == 0 || mappings.containsKey(mappingId)
                : order.mappings().contains(mappingId);
    }

    /** Of fields that were not asked about only edits that wait: what a look would do with them. */
    private boolean isCounted(Field field, RunOrder order) {
        if (order instanceof RunOrder.Backfill backfill && backfill.mappings().isEmpty()) {
            return covers(field.mapping().id(), backfill);
        }
        boolean waits =
                field.action() == PreviewedAction.REFUSED || field.action() == PreviewedAction.HELD;
        if (waits || field.action().writes() != null) {
            return true;
        }
        return order instanceof RunOrder.Backfill backfill
                && backfill.mappings().contains(field.mapping().id());
    }
}
