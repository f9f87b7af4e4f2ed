package io.crosswalk.sync;

import io.crosswalk.records.Journal;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import java.time.Duration;

/**
 * Privacy deletions: everything that is stored of a record is deleted, and nothing is written to
 * the other CRM. What was begun goes on until it is done, as the record stays due.
 */
final class Forgetting {
    /** Parts of a journal in one look, so that one record does not hold up the others. */
    private static final int PARTS_MAX = 4;

    private final RecordStore store;
    private final Journal journal;
    private final ProblemStore problems;
    private final Settlement settlement;

    Forgetting(RecordStore store, Journal journal, ProblemStore problems, Settlement settlement) {
        this.store = store;
        this.journal = journal;
        this.problems = problems;
        this.settlement = settlement;
    }

    static boolean isAskedFor(Link link) {
        return link.key().side() == Side.HUBSPOT
                && link.due().hints().stream()
                        .anyMatch(hint -> hint.kind() == Noted.Kind.PRIVACY_DELETED);
    }

    void forget(Link link) {
        problems.closeAllOf(link.key());
        boolean purged = false;
        for (int part = 0; part < PARTS_MAX && !purged; part++) {
            purged = journal.purge(link.key());
        }
        if (!purged || !store.forget(link)) {
            settlement.postpone(link, Duration.ZERO);
        }
    }
}
