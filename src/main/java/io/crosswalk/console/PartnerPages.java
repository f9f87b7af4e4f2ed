package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crosswalk.api.LinksResource;
import io.crosswalk.console.PartnerCandidates.Candidate;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.salesforce.SalesforceId;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A record's partner: given by hand, or taken away. */
@Path("/pages/records/{object}/{hubspotId}/partner")
@Produces(MediaType.TEXT_HTML)
public class PartnerPages {
    private final LinksResource links;
    private final PartnerCandidates candidates;

    PartnerPages(LinksResource links, PartnerCandidates candidates) {
        this.links = links;
        this.candidates = candidates;
    }

    /**
     * @param salesforceId of the partner that it has; empty for none
     * @param candidates those that can be its partner, as far as a problem names them
     */
    public record PartnerPanel(
            String object,
            String hubspotId,
            String salesforceType,
            String salesforceId,
            List<Candidate> candidates) {}

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
        String type = KnownObjects.named(object).salesforceType();
        String partner = Forms.text(salesforceId);
        List<Candidate> possible = partner.isEmpty() ? candidates.of(object, hubspotId) : List.of();
        return Templates.partner(new PartnerPanel(object, hubspotId, type, partner, possible));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> link(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            @FormParam("salesforceId") @Nullable String salesforceId,
            @FormParam("other") @Nullable String other) {
        String chosen = Forms.given(Forms.text(salesforceId));
        String id = chosen == null ? Forms.text(other).strip() : chosen;
        if (SalesforceId.named(id).isEmpty()) {
            throw noId(id, KnownObjects.named(object).salesforceType());
        }
        links.link(
                object,
                hubspotId,
                Forms.body(JsonNodeFactory.instance.objectNode().put("salesforceId", id)));
        return Answers.done("The two are linked, and looked at within moments.");
    }

    private static Refusal noId(String id, String type) {
        String said =
                id.isEmpty() ? "No record is named." : Quoted.name(id) + " is no id of Salesforce.";
        return new Refusal(
                RefusalCode.PARAMETER_MALFORMED,
                said + " Write the " + type + "’s id: 15 or 18 letters and digits.");
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
