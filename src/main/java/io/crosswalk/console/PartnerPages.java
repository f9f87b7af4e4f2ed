package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crosswalk.api.LinksResource;
import io.crosswalk.mapping.KnownObjects;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A record's partner: given by hand, or taken away. */
@Path("/pages/records/{object}/{hubspotId}/partner")
@Produces(MediaType.TEXT_HTML)
public class PartnerPages {
    private final LinksResource links;

    PartnerPages(LinksResource links) {
        this.links = links;
    }

    /**
     * @param salesforceId of the partner that it has; empty for none
     */
    public record PartnerPanel(
            String object, String hubspotId, String salesforceType, String salesforceId) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance partner(PartnerPanel panel);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId) {
        return Templates.partner(
                new PartnerPanel(
                        object,
                        hubspotId,
                        KnownObjects.named(object).salesforceType(),
                        Forms.text(salesforceId)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> link(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            @FormParam("salesforceId") @Nullable String salesforceId) {
        links.link(
                object,
                hubspotId,
                Forms.body(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("salesforceId", Forms.text(salesforceId).strip())));
        return Answers.done("The two are linked, and looked at within moments.");
    }

    /**
     * @param salesforceId the partner that the panel named
     */
    @DELETE
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> part(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId) {
        links.unlink(object, hubspotId, Forms.given(salesforceId));
        return Answers.done("The two are parted. Nothing was written to either.");
    }
}
