package io.crosswalk.console;

import io.crosswalk.api.ForgettingResource;
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

/** A record that is gone in HubSpot is forgotten by hand, once that was asked twice. */
@Path("/pages/records/{object}/{hubspotId}/forget")
@Produces(MediaType.TEXT_HTML)
public class ForgettingPages {
    private final ForgettingResource forgetting;

    ForgettingPages(ForgettingResource forgetting) {
        this.forgetting = forgetting;
    }

    public record ForgetPanel(String object, String hubspotId) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance forget(ForgetPanel panel);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        return Templates.forget(new ForgetPanel(object, hubspotId));
    }

    @POST
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> forget(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        forgetting.forget(object, hubspotId);
        return Answers.done("It is forgotten within moments.");
    }
}
