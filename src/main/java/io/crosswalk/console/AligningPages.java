package io.crosswalk.console;

import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.records.ObjectPair;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The panel that shows what aligning a mapping's existing values would do. */
@Path("/pages/objects/{object}/mappings/{id}/align/{run}")
@Produces(MediaType.TEXT_HTML)
public class AligningPages {
    private final Aligning aligning;
    private final Mappings mappings;

    AligningPages(Aligning aligning, Mappings mappings) {
        this.aligning = aligning;
        this.mappings = mappings;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance preview(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @PathParam("run") String run) {
        ObjectPair pair = KnownObjects.named(object);
        return aligning.shown(pair, mappings.get(pair, id), run);
    }

    @POST
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> confirm(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @PathParam("run") String run) {
        return Answers.done(aligning.confirm(KnownObjects.named(object), id, run));
    }

    @DELETE
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> cancel(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @PathParam("run") String run) {
        aligning.cancel(run);
        return Answers.done("The mapping stays, and existing values are left alone.");
    }
}
