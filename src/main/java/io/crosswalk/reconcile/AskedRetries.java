package io.crosswalk.reconcile;

import io.crosswalk.reconcile.HealthState.Retry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mappings whose refused values a person wants to have tried again; survives crashes. Where a
 * mapping's id stands, a problem's code after {@link io.crosswalk.records.Link#BESIDE} stands for
 * records that have it.
 */
interface AskedRetries {

    /** How far each has come, by mapping id. */
    Map<String, Retry> of(String object);

    /** Starts there, wherever it was. */
    void ask(String object, String mappingId, Retry from);

    /**
     * Nothing changes if somebody asked again meanwhile.
     *
     * @param to null at the end
     */
    void goOn(String object, String mappingId, Retry from, @Nullable Retry to);
}
