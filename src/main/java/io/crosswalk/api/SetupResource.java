package io.crosswalk.api;

import io.crosswalk.api.SetupView.CheckView;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is left to do before records can follow each other. */
@Path("/api/setup")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class SetupResource {
    private final SetupChecks checks;

    SetupResource(SetupChecks checks) {
        this.checks = checks;
    }

    @GET
    @Operation(
            summary = "The steps that are left to do, and what is misconfigured",
            description =
                    "Each check says what was found and what to do. What was fine is believed for a"
                            + " minute; the rest is checked now, which costs a few calls.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SetupView.class)))
    public SetupView setup() {
        return checks.all();
    }

    /** Without the other checks: for who waits for this one. */
    public CheckView known(SetupCheck check) {
        return checks.known(check);
    }

    @POST
    @Path("/{check}")
    @Operation(summary = "Run one check again, asking the CRMs anew")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CheckView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public CheckView check(
            @PathParam("check") @Parameter(schema = @Schema(implementation = SetupCheck.class))
                    String name) {
        return checks.run(
                Arrays.stream(SetupCheck.values())
                        .filter(check -> check.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                RefusalCode.NOT_FOUND,
                                                "There is no such check. The checks are "
                                                        + Arrays.toString(SetupCheck.values())
                                                        + ".")));
    }
}
