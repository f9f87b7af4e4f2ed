package io.crosswalk.hubspot;

import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that one webhook says about one record, in whatever order it came. */
final class RecordHints {
    private final String type;
    private final String recordId;

    /** Apart from ours, so that neither is taken for the other. */
    private final Map<String, Hint.Change> changes = new LinkedHashMap<>();

    private final Map<String, Hint.Change> ourChanges = new LinkedHashMap<>();
    private Hint.Kind kind = Hint.Kind.CHANGED;
    private Instant kindAt = Instant.MIN;
    private @Nullable String otherId;
    private boolean readWhole;
    private boolean onlyOurs = true;

    RecordHints(String type, String recordId) {
        this.type = type;
        this.recordId = recordId;
    }

    void changed(Hint.Change change, boolean byUs) {
        (byUs ? ourChanges : changes)
                .merge(
                        change.name(),
                        change,
                        (known, next) -> next.at().isBefore(known.at()) ? known : next);
    }

    void readWhole(boolean byUs) {
        onlyOurs &= byUs;
        readWhole = true;
    }

    /** The gravest word stays; of deleted, created and restored the last one counts. */
    void became(Hint.Kind next, Instant at, @Nullable String winnerId, boolean byUs) {
        onlyOurs &= byUs;
        boolean graver = gravity(next) > gravity(kind);
        boolean newer = gravity(next) == gravity(kind) && !at.isBefore(kindAt);
        if (graver || newer) {
            kind = next;
            kindAt = at;
            otherId = winnerId;
        }
    }

    /** A privacy deletion must never hide behind the deletion that comes with it. */
    private static int gravity(Hint.Kind kind) {
        return switch (kind) {
            case CHANGED -> 0;
            case CREATED, DELETED, RESTORED -> 1;
            case MERGED -> 2;
            case PRIVACY_DELETED -> 3;
        };
    }

    List<Hint> hints() {
        boolean stays =
                switch (kind) {
                    case CHANGED, CREATED, RESTORED -> true;
                    case DELETED, MERGED, PRIVACY_DELETED -> false;
                };
        List<Hint.Change> others = stays ? List.copyOf(changes.values()) : List.of();
        List<Hint.Change> own = stays ? List.copyOf(ourChanges.values()) : List.of();
        boolean ours = onlyOurs && others.isEmpty();
        List<Hint.Change> said = ours ? own : others;
        List<Hint> hints = new ArrayList<>();
        hints.add(hint(kind, said, ours));
        if (readWhole && !said.isEmpty()) {
            hints.add(hint(Hint.Kind.CHANGED, List.of(), ours));
        }
        if (!ours && !own.isEmpty()) {
            hints.add(hint(Hint.Kind.CHANGED, own, true));
        }
        return hints;
    }

    private Hint hint(Hint.Kind of, List<Hint.Change> with, boolean ours) {
        return new Hint(Side.HUBSPOT, type, recordId, of, with, ours, otherId);
    }
}
