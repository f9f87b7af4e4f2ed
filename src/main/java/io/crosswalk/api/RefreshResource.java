package io.crosswalk.api;

import io.crosswalk.mapping.OptionRefresh;
import io.crosswalk.mapping.OptionRefresh.Refreshed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Options that HubSpot lacks, brought over from a picklist. */
@Path("/api/objects/{object}/mappings/{id}/refresh")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class RefreshResource {
    private final OptionRefresh refresh;

    RefreshResource(OptionRefresh refresh) {
        this.refresh = refresh;
    }

    /**
     * @param added the options that the HubSpot property did not have
     * @param skipped Salesforce values that HubSpot cannot take, because they contain a semicolon
     */
    public record RefreshView(
            String hubspotProperty,
            String salesforceField,
            List<OptionView> added,
            List<String> skipped,
            int optionCount) {}

    @POST
    @Operation(
            summary = "Add the picklist's missing values to the HubSpot property's options",
            description = "Never removes an option.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RefreshView.class),
                            examples = @ExampleObject(name = "one", value = Examples.REFRESHED)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "Impossible", responseCode = "422")
    public RefreshView refresh(@PathParam("object") String object, @PathParam("id") String id) {
        Refreshed done = refresh.refresh(ObjectsResource.known(object), id);
        return new RefreshView(
                done.mapping().hubspotProperty(),
                done.mapping().salesforceField(),
                done.added().stream().map(it -> new OptionView(it.value(), it.label())).toList(),
                done.skipped(),
                done.options());
    }
}
