package io.crosswalk.backfill;

import io.crosswalk.records.JournalEntry;
import io.crosswalk.rules.Fill;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person asked for. Plain values; {@link Runs} checks them. */
public sealed interface RunOrder {

    /** The {@link io.crosswalk.records.ObjectPair#name()}. */
    String object();

    Run.Kind kind();

    /** As it is kept once the run is over: without values of people's records. */
    default RunOrder withoutValues() {
        return this;
    }

    /**
     * @param mappings ids; empty means all that sync
     * @param fill NONE only has the links looked at
     */
    record Backfill(String object, List<String> mappings, Fill fill, Filter filter)
            implements RunOrder {

        public Backfill {
            mappings = List.copyOf(mappings);
        }

        @Override
        public Run.Kind kind() {
            return fill == Fill.ALIGN ? Run.Kind.BACKFILL : Run.Kind.RESYNC;
        }

        @Override
        public RunOrder withoutValues() {
            PropertyFilter property = filter.property();
            if (property == null) {
                return this;
            }
            PropertyFilter rest =
                    new PropertyFilter(property.property(), property.operator(), List.of());
            return new Backfill(
                    object, mappings, fill, new Filter(filter.ids(), filter.modifiedSince(), rest));
        }
    }

    /**
     * Which links; all that are set must hold, and none set means all links.
     *
     * @param ids HubSpot record ids, which stand alone; empty means any
     * @param modifiedSince the HubSpot record was modified then or later
     * @param property what a property of the HubSpot record holds
     */
    record Filter(
            List<String> ids, @Nullable Instant modifiedSince, @Nullable PropertyFilter property) {
        public static final Filter NONE = new Filter(List.of(), null, null);

        public Filter {
            ids = List.copyOf(ids);
        }

        boolean searches() {
            return modifiedSince != null || property != null;
        }
    }

    /**
     * @param operator one of HubSpot's: EQ, NEQ, IN, HAS_PROPERTY, NOT_HAS_PROPERTY, GTE, LTE
     */
    record PropertyFilter(String property, String operator, List<String> values) {
        public PropertyFilter {
            values = List.copyOf(values);
        }
    }

    /** Takes single writes back. */
    record UndoEntries(String object, List<JournalEntry.Key> entries) implements RunOrder {
        public UndoEntries {
            entries = List.copyOf(entries);
        }

        @Override
        public Run.Kind kind() {
            return Run.Kind.UNDO;
        }
    }

    /** Takes back what a run has written. */
    record UndoRun(String object, String run) implements RunOrder {
        @Override
        public Run.Kind kind() {
            return Run.Kind.UNDO;
        }
    }

    /** Takes back what a mapping has written since a time. */
    record UndoMapping(String object, String mapping, Instant since) implements RunOrder {
        @Override
        public Run.Kind kind() {
            return Run.Kind.UNDO;
        }
    }
}
