package io.crosswalk.api;

import io.crosswalk.mapping.Mappings;
import io.crosswalk.reconcile.RetryAll;
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

/** All that a mapping could not write is tried again because a person says so. */
@Path("/api/objects/{object}/mappings/{id}/retry")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class RetriesResource {
    private final Mappings mappings;
    private final RetryAll retries;

    RetriesResource(Mappings mappings, RetryAll retries) {
        this.mappings = mappings;
        this.retries = retries;
    }

    /**
     * @param problems how many of its records had one, counted to 1,000; those whose value is taken
     *     close
     */
    public record RetriesView(String object, String mappingId, int problems) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Try all of a mapping's refused values again",
            description =
                    "As 'retry' of each of the problems of its records: a hundred at once, the"
                            + " others by the next reconcile runs, a thousand of an object in each.")
    @APIResponse(
            responseCode = "202",
            description = "They are tried again.",
            content =
                    @Content(
                            schema = @Schema(implementation = RetriesView.class),
                            examples = @ExampleObject(name = "one", value = Examples.RETRIED)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RetriesView retry(@PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = ObjectsResource.known(object);
        String mapping = mappings.get(pair, id).id();
        return new RetriesView(pair.name(), mapping, retries.ask(pair, mapping));
    }
}
