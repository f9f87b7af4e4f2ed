package io.crosswalk.api;

import io.crosswalk.mapping.PausedMappings;
import io.crosswalk.records.ObjectPair;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A person's word that a change of many records is meant. */
@Path("/api/objects/{object}/mappings/{id}/release")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ReleaseResource {
    private final PausedMappings paused;

    ReleaseResource(PausedMappings paused) {
        this.paused = paused;
    }

    /**
     * @param mappingId writes as its rule says from now on
     */
    public record ReleaseView(String object, String mappingId, boolean paused) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Let a paused mapping write again",
            description =
                    "Of a mapping that the mass-change breaker has paused. It is exempt for one"
                            + " window; the records that were held are looked at again by the next"
                            + " reconcile runs, and each is decided as it is then. GET /api/status"
                            + " shows how many were.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            schema = @Schema(implementation = ReleaseView.class),
                            examples = @ExampleObject(name = "one", value = Examples.RELEASED)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    public ReleaseView release(@PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = ObjectsResource.known(object);
        paused.release(pair, id);
        return new ReleaseView(pair.name(), id, false);
    }
}
