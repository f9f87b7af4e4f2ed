package io.crosswalk.console;

import io.crosswalk.api.BackfillsResource;
import io.crosswalk.api.RunView;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunOrder;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.backfill.Runs;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Fill;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Existing values of a mapping are brought in step, after a look at what that would do. */
@ApplicationScoped
class Aligning {
    private final Runs runs;
    private final BackfillsResource backfills;
    private final Mappings mappings;

    Aligning(Runs runs, BackfillsResource backfills, Mappings mappings) {
        this.runs = runs;
        this.backfills = backfills;
        this.mappings = mappings;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance align(
                String object, Mapping mapping, RunView run, long writes);
    }

    Run preview(ObjectPair object, Mapping mapping) {
        return runs.start(
                new RunOrder.Backfill(
                        object.name(), List.of(mapping.id()), Fill.ALIGN, RunOrder.Filter.NONE));
    }

    TemplateInstance shown(ObjectPair object, Mapping mapping, String run) {
        RunView view = backfills.run(run);
        return Templates.align(object.name(), mapping, view, writes(view));
    }

    private static long writes(RunView run) {
        return run.preview().mappings().stream()
                .flatMap(it -> List.of(it.hubspot(), it.salesforce()).stream())
                .mapToLong(it -> it.fills() + it.overwrites() + it.clears())
                .sum();
    }

    /** Records that are linked later are aligned likewise. */
    void confirm(ObjectPair object, String mapping, String run) {
        runs.move(run, Move.RUN);
        mappings.update(object, mapping, new MappingEdit(null, null, null, Fill.ALIGN, null), null);
    }

    void cancel(String run) {
        runs.move(run, Move.CANCEL);
    }
}
