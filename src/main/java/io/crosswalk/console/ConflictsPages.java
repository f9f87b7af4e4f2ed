package io.crosswalk.console;

import io.crosswalk.api.ConflictsResource;
import io.crosswalk.api.EntryView;
import io.crosswalk.api.Page;
import io.crosswalk.records.NotableEntries.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was decided against somebody, or did not arrive, across all records. */
@Path("/pages/conflicts")
@Produces(MediaType.TEXT_HTML)
public class ConflictsPages {
    private static final String PAGE = "25";

    private final ConflictsResource conflicts;

    ConflictsPages(ConflictsResource conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * @param older the link's query; null on the last page
     * @param first whether it is the newest page
     */
    public record ConflictsPage(
            List<Choice> objects,
            List<Choice> kinds,
            List<EntryLine> entries,
            @Nullable String older,
            boolean first,
            boolean filtered) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance conflicts(ConflictsPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance conflicts(
            @QueryParam("object") @Nullable String object,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable String after) {
        String ofObject = Forms.given(object);
        String ofKind = Forms.given(kind);
        Page<EntryView> page = conflicts.conflicts(ofObject, ofKind, PAGE, Forms.given(after));
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("object", ofObject);
        query.put("kind", ofKind);
        query.put("after", page.next());
        return Templates.conflicts(
                new ConflictsPage(
                        Choice.objects(ofObject),
                        Choice.of(Kind.values(), ofKind),
                        page.items().stream().map(EntryLine::new).toList(),
                        page.next() == null ? null : Forms.query(query),
                        Forms.given(after) == null,
                        ofObject != null || ofKind != null));
    }
}
