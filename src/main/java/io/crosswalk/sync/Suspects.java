package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hints of edits that may have been overwritten before any look saw them: near a write of ours,
 * while the side holds what we wrote.
 */
final class Suspects {
    /** By then the change events of an edit's neighbours have come. */
    static final Duration SETTLED_AFTER = Duration.ofSeconds(30);

    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;

    Suspects(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
    }

    /**
     * @param edit the hint
     */
    record Suspect(PlannedField field, Side side, Noted edit) {

        /** A change event may overtake the one that shows that a person took the edit back. */
        boolean isEarly(Instant now) {
            return side == Side.SALESFORCE && now.isBefore(edit.at().plus(SETTLED_AFTER));
        }
    }

    List<Suspect> of(MappingPlan plan, Observation seen) {
        List<Suspect> suspects = new ArrayList<>();
        boolean back = seen.link().gone().contains(Side.HUBSPOT);
        if (seen.link().due().hints().isEmpty() && !back) {
            return suspects;
        }
        for (PlannedField field : plan.fields()) {
            if (!seen.shows(field) || seen.resting(field) != null) {
                continue;
            }
            for (Side side : Side.values()) {
                Noted edit = seen.edit(field, side);
                if (edit == null && back && side == Side.HUBSPOT) {
                    edit = nearLastWrite(field, seen.link());
                }
                if (edit != null && isSuspect(field, side, edit, seen)) {
                    suspects.add(new Suspect(field, side, edit));
                }
            }
        }
        return suspects;
    }

    /**
     * While a record was deleted, search showed it to no run that looks for what was overwritten:
     * there may be something near our last write. Null if there was none lately.
     */
    private static @Nullable Noted nearLastWrite(PlannedField field, Link link) {
        return link.ourWrites(field.mapping().id(), Side.HUBSPOT).stream()
                .max(Comparator.naturalOrder())
                .map(at -> Noted.changed(Side.HUBSPOT, field.name(Side.HUBSPOT), at))
                .orElse(null);
    }

    private boolean isSuspect(PlannedField field, Side side, Noted edit, Observation seen) {
        String id = field.mapping().id();
        if (!isNear(seen.link().ourWrites(id, side), edit.at())) {
            return false;
        }
        Base now =
                fingerprints.base(
                        seen.link().key(), id, seen.hubspot(field), seen.salesforce(field));
        Base base = arrivedWrites.base(seen, field, now);
        boolean holdsOurs = base != null && now.of(side).equals(base.of(side));
        return holdsOurs && !now.of(side).equals(edit.value());
    }

    static boolean isNear(Collection<Instant> ours, Instant edit) {
        for (Instant at : ours) {
            if (RecentWrites.mayHaveMet(at, edit)) {
                return true;
            }
        }
        return false;
    }
}
