package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.api.BackfillsResource;
import io.crosswalk.api.MappingView;
import io.crosswalk.api.MappingsResource;
import io.crosswalk.api.Page;
import io.crosswalk.api.RunView;
import io.crosswalk.api.UndoResource;
import io.crosswalk.backfill.Runs;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.SyncRule;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs: asked for, previewed, let run, watched, taken back. */
@Path("/pages/backfills")
@Produces(MediaType.TEXT_HTML)
public class BackfillsPages {
    private static final String PAGE = "25";
    private static final String MAPPING_PAGE = "200";

    /** 500 mappings are the most that an object has. */
    private static final int MAPPING_PAGES_MAX = 3;

    private final BackfillsResource runs;
    private final UndoResource undos;
    private final MappingsResource mappings;
    private final Mappings configured;
    private final Runs all;

    BackfillsPages(
            BackfillsResource runs,
            UndoResource undos,
            MappingsResource mappings,
            Mappings configured,
            Runs all) {
        this.runs = runs;
        this.undos = undos;
        this.mappings = mappings;
        this.configured = configured;
        this.all = all;
    }

    public record RunsPage(List<RunLine> runs, @Nullable String older) {}

    /**
     * @param mappings those that sync
     */
    public record FormPage(List<Choice> objects, List<MappingView> mappings) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance backfills(RunsPage page);

        static native TemplateInstance backfillForm(FormPage form);

        static native TemplateInstance run(RunLine it);

        static native TemplateInstance runLive(RunLine it);

        static native TemplateInstance undoPanel(RunLine it);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance runs(@QueryParam("after") @Nullable String after) {
        Page<RunView> page = runs.list(PAGE, Forms.given(after));
        MappingNames names = names();
        return Templates.backfills(
                new RunsPage(
                        page.items().stream().map(run -> new RunLine(run, names)).toList(),
                        page.next()));
    }

    private MappingNames names() {
        return MappingNames.of(configured.all());
    }

    private RunLine line(RunView run) {
        return new RunLine(run, names());
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form(@QueryParam("object") @Nullable String object) {
        String of = Objects.requireNonNullElse(Forms.given(object), "contact");
        List<MappingView> all = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MAPPING_PAGES_MAX; pages++) {
            Page<MappingView> page = mappings.mappings(of, null, MAPPING_PAGE, after);
            all.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        all.removeIf(mapping -> mapping.syncRule().equals(SyncRule.DONT_SYNC.name()));
        return Templates.backfillForm(new FormPage(Choice.eachObject(of), all));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<Void> create(@BeanParam BackfillForm form) {
        return shown(runs.create(Forms.body(form.body())).getEntity());
    }

    /** The browser goes to the run's own page. */
    private static RestResponse<Void> shown(RunView run) {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header("HX-Redirect", "/console/backfills/" + run.id())
                .build();
    }

    /** The preview of taking one write back, in a panel. */
    @POST
    @Path("/undo")
    @Operation(hidden = true)
    public TemplateInstance undo(
            @QueryParam("object") @Nullable String object,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("at") @Nullable String at) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("entries")
                .addObject()
                .put("object", object)
                .put("hubspotId", hubspotId)
                .put("at", at);
        return Templates.undoPanel(line(undos.create(Forms.body(body)).getEntity()));
    }

    @POST
    @Path("/undo-run")
    @Operation(hidden = true)
    public RestResponse<Void> undoRun(@QueryParam("run") @Nullable String run) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("run", run);
        return shown(undos.create(Forms.body(body)).getEntity());
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance run(@PathParam("id") String id) {
        return Templates.run(line(runs.run(id)));
    }

    /** The part that moves; once it has ended, what stands behind a panel is another. */
    @GET
    @Path("/{id}/live")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> live(@PathParam("id") String id) {
        RunLine line = line(runs.run(id));
        TemplateInstance shown = Templates.runLive(line);
        return line.ended() && line.again() == null ? Answers.ended(shown) : RestResponse.ok(shown);
    }

    /** The panel with its preview was closed. */
    @POST
    @Path("/{id}/leave")
    @Operation(hidden = true)
    public RestResponse<Void> leave(@PathParam("id") String id) {
        all.leave(id);
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/{move}")
    @Operation(hidden = true)
    public TemplateInstance move(@PathParam("id") String id, @PathParam("move") String move) {
        RunView run =
                switch (move) {
                    case "run" -> runs.start(id);
                    case "pause" -> runs.pause(id);
                    case "resume" -> runs.resume(id);
                    case "cancel" -> runs.cancel(id);
                    default ->
                            throw new Refusal(
                                    RefusalCode.NOT_FOUND, "There is nothing at this path.");
                };
        return Templates.runLive(line(run));
    }
}
