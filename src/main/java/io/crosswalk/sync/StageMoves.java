package io.crosswalk.sync;

import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.Stages;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import java.util.List;
import java.util.Map;

/**
 * What HubSpot is sent along with a write, because it takes a stage and its pipeline only together.
 * The journal tells of what was decided alone.
 */
final class StageMoves {
    private StageMoves() {}

    /**
     * By property; what is decided itself is never among it.
     *
     * @param all of the same record
     */
    static Map<String, String> besides(FieldDecision decided, List<FieldDecision> all) {
        Write write = decided.write();
        if (write == null || write.side() == Side.SALESFORCE) {
            return Map.of();
        }
        if (isPipeline(decided)) {
            String pipeline = write.value().text();
            return all.stream()
                    .filter(each -> each.field().stages() != null && !isWritten(each))
                    .findFirst()
                    .map(stage -> there(stage.field(), stage.hubspot(), pipeline))
                    .orElse(Map.of());
        }
        return decided.field().besides(decided.hubspot(), write.value());
    }

    /** Whether a write replaces that property of HubSpot's, though another one is decided. */
    static boolean changes(FieldDecision decided, List<FieldDecision> all, String property) {
        if (!isWritten(decided)) {
            return false;
        }
        // A deal that is moved leaves its stage, whether or not a write of that goes along.
        boolean leaves =
                isPipeline(decided)
                        && all.stream()
                                .filter(each -> each.field().stages() != null)
                                .anyMatch(each -> each.field().name(Side.HUBSPOT).equals(property));
        return leaves || besides(decided, all).containsKey(property);
    }

    /** Whether it is a stage that HubSpot takes only together with that write of the pipeline. */
    static boolean needs(FieldDecision stage, FieldDecision pipeline) {
        Write write = stage.write();
        if (write == null || !isWritten(stage) || !isWritten(pipeline) || !isPipeline(pipeline)) {
            return false;
        }
        String its = stage.field().pipeline(write.value());
        return !its.isEmpty() && !its.equals(pipeline.hubspot().text());
    }

    private static boolean isPipeline(FieldDecision decided) {
        return decided.field().name(Side.HUBSPOT).equals(Stages.PIPELINE);
    }

    private static boolean isWritten(FieldDecision decided) {
        Write write = decided.write();
        return write != null && write.side() == Side.HUBSPOT;
    }

    /** The stage of that pipeline that means what the deal's does; nothing if there is none. */
    private static Map<String, String> there(PlannedField field, Value stage, String pipeline) {
        if (field.conversion().toSalesforce(stage) instanceof Converted.Ok meant
                && field.convertedTo(Side.HUBSPOT, meant.value(), pipeline)
                        instanceof Converted.Ok there
                && field.pipeline(there.value()).equals(pipeline)
                && !there.value().equals(stage)) {
            return Map.of(field.name(Side.HUBSPOT), field.hubspotWire(there.value()));
        }
        return Map.of();
    }
}
