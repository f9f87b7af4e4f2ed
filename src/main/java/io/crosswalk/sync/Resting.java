package io.crosswalk.sync;

import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;

/** Records of objects that do not sync. */
final class Resting {
    private Resting() {}

    /**
     * Whether catching up finds all that its hints tell when the object syncs again: then the
     * record need not stay due until that day.
     */
    static boolean canBeCaughtUpWith(Link link) {
        if (!link.findings().retries().isEmpty()) {
            // Nothing in the CRM changes when its time comes.
            return false;
        }
        boolean known =
                link.partnerId() != null
                        || !link.base().isEmpty()
                        || !link.intents().isEmpty()
                        || !link.parked().isEmpty();
        for (Noted hint : link.due().hints()) {
            boolean can =
                    switch (hint.kind()) {
                        case CHANGED -> true;
                        case CREATED, DELETED -> !known;
                        case RESTORED, MERGED, PRIVACY_DELETED, ALIGN, UNDO -> false;
                    };
            if (!can) {
                return false;
            }
        }
        return true;
    }
}
