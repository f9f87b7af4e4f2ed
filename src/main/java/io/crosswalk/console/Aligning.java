package io.crosswalk.console;

import io.crosswalk.api.BackfillsResource;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunOrder;
import io.crosswalk.backfill.RunState.Move;
import io.crosswalk.backfill.Runs;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.CrmUnavailable;
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

        static native TemplateInstance align(AlignPage page);
    }

    Run preview(ObjectPair object, Mapping mapping) {
        return runs.start(
                new RunOrder.Backfill(
                        object.name(), List.of(mapping.id()), Fill.ALIGN, RunOrder.Filter.NONE));
    }

    TemplateInstance shown(ObjectPair object, Mapping mapping, String run) {
        return Templates.align(new AlignPage(object.name(), mapping, backfills.run(run)));
    }

    /**
     * Records that are linked later are aligned likewise.
     *
     * @return what has become of it, in a sentence
     */
    String confirm(ObjectPair object, String mapping, String run) {
        // What cannot be aligned later either is not begun.
        mappings.get(object, mapping);
        runs.move(run, Move.RUN);
        MappingEdit edit = new MappingEdit(null, null, null, Fill.ALIGN, null);
        try {
            mappings.update(object, mapping, edit, null);
        } catch (Refusal | CrmUnavailable e) {
            return "The values are being brought in step; records linked later are not: "
                    + e.getMessage();
        }
        return "The values are being brought in step; Backfills shows how far it is.";
    }

    void cancel(String run) {
        runs.move(run, Move.CANCEL);
    }
}
