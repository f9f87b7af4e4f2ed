package io.crosswalk.backfill;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether what a run has written can be taken back now. */
@ApplicationScoped
public class UndoChecks {
    private final RunStore store;
    private final Marking marking;

    public UndoChecks(RunStore store, Marking marking) {
        this.store = store;
        this.marking = marking;
    }

    /**
     * What is written after an undo was asked for is not taken back. So nothing of the run may be
     * under way then.
     *
     * @throws Refusal {@link RefusalCode#RUN_STATE} if it was never let run, has no writes of its
     *     own, or may write still
     */
    void check(Run run) {
        if (run.times().started() == null) {
            throw refusal(run, "was never let run, so it has written nothing to take back.");
        }
        if (run.kind() == Run.Kind.RESYNC) {
            throw refusal(
                    run,
                    "only had records looked at. What was written then are edits of people, which"
                            + " the journal tells of no run. Take back what a mapping has written"
                            + " since "
                            + run.times().started()
                            + ": name 'object', 'mapping' and 'since' instead.");
        }
        if (run.state() == RunState.RUNNING) {
            throw refusal(
                    run,
                    "is RUNNING, so it would write on while it is taken back. Pause or cancel it"
                            + " first.");
        }
        int waiting = settled(run).progress().waiting().size();
        if (waiting > 0) {
            throw refusal(
                    run,
                    "is "
                            + run.state()
                            + ", and "
                            + (waiting == 1
                                    ? "1 record that it marked is"
                                    : waiting + " records that it marked are")
                            + " not looked at yet, so it may write still. Ask again in a minute; it"
                            + " takes longer while there is much to do, or a CRM is away.");
        }
    }

    /** The run after what was looked at since. */
    Run settled(Run run) {
        Run settled = marking.settled(run);
        if (settled != run) {
            // Only its numbers: whoever is faster has seen the same.
            store.save(settled.in(run.state(), run.status().message()));
        }
        return settled;
    }

    private static Refusal refusal(Run run, String why) {
        return new Refusal(RefusalCode.RUN_STATE, "Run '" + run.id() + "' " + why);
    }
}
