package io.crosswalk.console;

import io.crosswalk.api.DifferencesResource;
import io.crosswalk.api.DifferencesResource.LinkDifferencesView;
import io.crosswalk.api.Page;
import io.crosswalk.api.StatusResource;
import io.crosswalk.api.StatusResource.StatusView;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.records.Difference.Reason;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How everything is doing: drift, budgets, what is due, what is paused. */
@Path("/pages/status")
@Produces(MediaType.TEXT_HTML)
public class StatusPages {
    private static final String PAGE = "50";

    private final StatusResource status;
    private final DifferencesResource differences;
    private final Mappings mappings;
    private final Clock clock;

    StatusPages(
            StatusResource status,
            DifferencesResource differences,
            Mappings mappings,
            Clock clock) {
        this.status = status;
        this.differences = differences;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** The records whose sides differ. */
    public record DifferencesPage(
            String object,
            String label,
            List<Choice> reasons,
            List<LinkDifferencesView> records,
            @Nullable String more,
            boolean first,
            MappingNames names) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance standing(StatusPage page);

        static native TemplateInstance statusLive(StatusPage page);

        static native TemplateInstance differences(DifferencesPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance status() {
        return Templates.standing(page());
    }

    /** The part that moves. */
    @GET
    @Path("/live")
    @Operation(hidden = true)
    public TemplateInstance live() {
        return Templates.statusLive(page());
    }

    /** It looks again every few seconds: mappings are read only where one is named. */
    private StatusPage page() {
        StatusView now = status.status();
        MappingNames names =
                StatusPage.names(now) ? MappingNames.of(mappings.all()) : MappingNames.NONE;
        return StatusPage.of(now, names, clock.instant());
    }

    @GET
    @Path("/{object}/differences")
    @Operation(hidden = true)
    public TemplateInstance differences(
            @PathParam("object") String object,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("after") @Nullable String after) {
        String why = Forms.given(reason);
        Page<LinkDifferencesView> page =
                differences.differences(object, why, null, PAGE, Forms.given(after));
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("reason", why);
        query.put("after", page.next());
        return Templates.differences(
                new DifferencesPage(
                        object,
                        Choice.eachObject(object).stream()
                                .filter(Choice::chosen)
                                .map(Choice::label)
                                .findFirst()
                                .orElse(object),
                        Choice.of(Reason.values(), why, Shown::said),
                        page.items(),
                        page.next() == null ? null : Forms.query(query),
                        Forms.given(after) == null,
                        MappingNames.of(mappings.all())));
    }
}
