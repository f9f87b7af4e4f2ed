package io.crosswalk.console;

import io.crosswalk.api.ProblemsResource;
import io.crosswalk.api.RetriesResource;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.OptionRefresh;
import io.crosswalk.mapping.OptionRefresh.Refreshed;
import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.reconcile.HealthCheck;
import io.crosswalk.records.ObjectPair;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What stands against a mapping, and the buttons that mend it. */
@Path("/pages/objects/{object}/mappings/{id}")
@Produces(MediaType.TEXT_HTML)
public class MendingPages {
    private final StatusPanels panels;
    private final OptionRefresh refresh;
    private final PausedMappings paused;
    private final HealthCheck health;
    private final ProblemsResource problems;
    private final RetriesResource retries;

    MendingPages(
            StatusPanels panels,
            OptionRefresh refresh,
            PausedMappings paused,
            HealthCheck health,
            ProblemsResource problems,
            RetriesResource retries) {
        this.panels = panels;
        this.refresh = refresh;
        this.paused = paused;
        this.health = health;
        this.problems = problems;
        this.retries = retries;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance status(StatusPanel panel);

        static native TemplateInstance mended(StatusPanel panel, String text);
    }

    @GET
    @Path("/status")
    @Operation(hidden = true)
    public TemplateInstance status(@PathParam("object") String object, @PathParam("id") String id) {
        return Templates.status(panels.of(KnownObjects.named(object), id));
    }

    @POST
    @Path("/refresh")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> refresh(
            @PathParam("object") String object, @PathParam("id") String id) {
        Refreshed done = refresh.refresh(KnownObjects.named(object), id);
        return Answers.changed(told(done));
    }

    private static String told(Refreshed done) {
        return RefreshTold.of(
                done.mapping().hubspotProperty(),
                done.mapping().salesforceField(),
                done.added().stream().map(it -> it.label()).toList(),
                done.skipped());
    }

    /** The same from the panel of a status, which then shows what is left. */
    @POST
    @Path("/status/refresh")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> refreshHere(
            @PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = KnownObjects.named(object);
        Refreshed done = refresh.refresh(pair, id);
        health.check(pair);
        return mended(pair, id, told(done));
    }

    @POST
    @Path("/status/release")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> release(
            @PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = KnownObjects.named(object);
        paused.release(pair, id);
        return mended(pair, id, "The mapping writes again; what waited is looked at.");
    }

    @POST
    @Path("/status/check")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> check(
            @PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = KnownObjects.named(object);
        health.check(pair);
        return mended(pair, id, "Checked against what both CRMs say now.");
    }

    @POST
    @Path("/status/problems/{problem}/retry")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> retry(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @PathParam("problem") String problem) {
        problems.retry(problem);
        return mended(
                KnownObjects.named(object),
                id,
                "It is tried again within moments. If the value is taken, the problem closes.");
    }

    @POST
    @Path("/status/retry")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> retryAll(
            @PathParam("object") String object, @PathParam("id") String id) {
        String text = ProblemsPages.told(retries.retry(object, id));
        return mended(KnownObjects.named(object), id, text);
    }

    private RestResponse<TemplateInstance> mended(ObjectPair object, String id, String text) {
        return Answers.changed(Templates.mended(panels.of(object, id), text));
    }
}
