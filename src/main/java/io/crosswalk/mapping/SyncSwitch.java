package io.crosswalk.mapping;

import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemStore;
import jakarta.enterprise.context.ApplicationScoped;

/** What follows when sync of an object was turned on or off. */
@ApplicationScoped
public class SyncSwitch {
    private final WaitingLinks waiting;
    private final ProblemStore problems;

    public SyncSwitch(WaitingLinks waiting, ProblemStore problems) {
        this.waiting = waiting;
        this.problems = problems;
    }

    /**
     * Links that waited are looked at as soon as it is on. While it is off nobody checks its
     * mappings, so what is open against them would stay open.
     */
    void turned(String object, boolean on) {
        if (on) {
            waiting.wake(object);
        } else {
            problems.close(problems.ofMappings(object).stream().map(Problem::id).toList());
        }
    }
}
