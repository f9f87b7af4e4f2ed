package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crosswalk.api.ObjectsResource;
import io.crosswalk.api.ObjectsResource.ObjectView;
import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Matching;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The panel that says what becomes of an object's records without a partner. */
@Path("/pages/objects/{object}/linking")
@Produces(MediaType.TEXT_HTML)
public class LinkingPages {
    private final ObjectsResource objects;

    LinkingPages(ObjectsResource objects) {
        this.objects = objects;
    }

    /**
     * @param label of the object
     * @param matching how a partner is looked for
     * @param create where one is made that is nowhere to be found
     * @param version of the object, whose settings they are
     */
    public record LinkingPanel(
            String object, String label, List<Choice> matching, List<Choice> create, long version) {

        static LinkingPanel of(ObjectView object) {
            return new LinkingPanel(
                    object.name(),
                    plural(object.name()),
                    Stream.of(Matching.values())
                            .map(
                                    it ->
                                            new Choice(
                                                    it.name(),
                                                    said(it, object.name()),
                                                    it == object.matching()))
                            .toList(),
                    Stream.of(Creation.values())
                            .map(it -> new Choice(it.name(), said(it), it == object.create()))
                            .toList(),
                    object.version());
        }

        private static String said(Matching matching, String object) {
            return switch (matching) {
                case ID_ONLY -> "By the Salesforce id on the HubSpot record alone";
                case ID_THEN_FIELDS ->
                        switch (object) {
                            case "contact" -> "By the Salesforce id, else by e-mail";
                            case "company" -> "By the Salesforce id, else by domain, then by name";
                            default -> "By the Salesforce id, else by fields that tell them apart";
                        };
            };
        }

        private static String said(Creation creation) {
            return switch (creation) {
                case OFF -> "Nowhere";
                case IN_SALESFORCE -> "In Salesforce, for records of HubSpot";
                case IN_HUBSPOT -> "In HubSpot, for records of Salesforce";
                case BOTH -> "In whichever of the two lacks it";
            };
        }
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance linking(LinkingPanel panel);
    }

    private static String plural(String object) {
        return ObjectTab.label(KnownObjects.named(object));
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(@PathParam("object") String object) {
        return Templates.linking(LinkingPanel.of(objects.object(object).getEntity()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> save(
            @PathParam("object") String object,
            @FormParam("matching") @Nullable String matching,
            @FormParam("create") @Nullable String create,
            @FormParam("version") @Nullable String version) {
        objects.change(
                object,
                "\"" + Forms.version(version) + "\"",
                Forms.body(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("matching", Forms.text(matching))
                                .put("create", Forms.text(create))));
        return Answers.done(
                plural(object)
                        + " without a partner are treated so when they are made or edited from now"
                        + " on.");
    }
}
