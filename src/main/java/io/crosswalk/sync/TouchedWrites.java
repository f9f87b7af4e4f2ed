package io.crosswalk.sync;

import io.crosswalk.records.Noted;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Picks the writes that would overwrite an edit that came since the look. */
final class TouchedWrites {
    private TouchedWrites() {}

    /**
     * Their mapping ids, with those of stages that cannot be written without them.
     *
     * @param decisions of one record
     */
    static Set<String> of(List<FieldDecision> decisions, List<Noted> news) {
        Set<String> touched = new HashSet<>();
        for (FieldDecision decided : decisions) {
            Write write = decided.write();
            if (write != null && isTouched(decided, write.side(), decisions, news)) {
                touched.add(decided.mappingId());
                decisions.stream()
                        .filter(each -> StageMoves.needs(each, decided))
                        .forEach(each -> touched.add(each.mappingId()));
            }
        }
        return touched;
    }

    private static boolean isTouched(
            FieldDecision decided, Side side, List<FieldDecision> all, List<Noted> news) {
        return news.stream()
                .filter(hint -> hint.side() == side && !hint.ours())
                .filter(hint -> hint.kind() == Noted.Kind.CHANGED)
                .anyMatch(
                        hint ->
                                hint.name().equals(decided.field().name(side))
                                        || StageMoves.changes(decided, all, hint.name()));
    }
}
