package io.crosswalk.sync;

import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Converted.Refused;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Keep;
import io.crosswalk.sync.FieldDecision.Refuse;
import org.jspecify.annotations.Nullable;

/** Why a value would not be written, in a sentence that many records share. */
final class PreviewedRefusal {
    private static final String BEFORE =
            "It could not be written before, and nothing has changed since; its problem says why.";

    private PreviewedRefusal() {}

    /** Null where it would be. */
    static @Nullable String of(FieldDecision decided) {
        Side side = decided.decision().writes();
        if (decided.action() instanceof Refuse refuse && side != null) {
            return sentence(decided, side, refuse.refused());
        }
        return decided.action() instanceof Keep ? kept(decided, side) : null;
    }

    /** What we refused before is refused for the same reason; of the CRM's the problem tells. */
    private static String kept(FieldDecision decided, @Nullable Side side) {
        Converted again =
                side == null
                        ? null
                        : decided.field().convertedTo(side, decided.value(side.other()));
        return side != null && again instanceof Refused refused
                ? sentence(decided, side, refused)
                : BEFORE;
    }

    private static String sentence(FieldDecision decided, Side side, Refused refused) {
        boolean company =
                decided.field().reference() != null
                        && refused.code() == Converted.Code.OPTION_MISSING;
        return company
                ? "The company has no partner in " + side.label() + "."
                : RefusalCauses.why(decided.field(), side, decided.value(side.other()), refused);
    }
}
