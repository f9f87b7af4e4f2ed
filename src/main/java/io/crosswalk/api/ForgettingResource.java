package io.crosswalk.api;

import io.crosswalk.api.LinksResource.LinkView;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.sync.ManualForgetting;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Everything that is stored of a person is deleted because somebody says so. */
@Path("/api/links/{object}/{hubspotId}/forget")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ForgettingResource {
    private final ManualForgetting forgetting;
    private final LinksResource links;

    ForgettingResource(ManualForgetting forgetting, LinksResource links) {
        this.forgetting = forgetting;
        this.links = links;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Forget a person who was deleted in HubSpot for good",
            description =
                    "What the event of a privacy deletion does, where it never came: link, bases,"
                            + " hints, problems and the whole journal of the record, and of those"
                            + " that were merged into it, are deleted within moments. Its id stays"
                            + " for 30 days. Nothing is written to Salesforce, and no record is"
                            + " made in HubSpot of the one there. It cannot be undone.")
    @APIResponse(
            responseCode = "202",
            description = "It is forgotten within moments.",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(
            responseCode = "409",
            description = "The record has to be deleted in HubSpot first: STILL_IN_HUBSPOT",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public LinkView forget(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        ObjectPair pair = ObjectsResource.known(object);
        LinksResource.refuseNoId(hubspotId);
        forgetting.forget(pair, hubspotId);
        return links.link(object, hubspotId);
    }
}
