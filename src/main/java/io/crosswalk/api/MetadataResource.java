package io.crosswalk.api;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be mapped: the CRMs' own properties and fields. */
@Path("/api/objects/{object}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Properties and fields")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class MetadataResource {
    private final CrmMetadata metadata;
    private final Mappings mappings;

    MetadataResource(CrmMetadata metadata, Mappings mappings) {
        this.metadata = metadata;
        this.mappings = mappings;
    }

    @GET
    @Path("/properties")
    @Operation(
            summary = "HubSpot's properties of an object",
            description = "'search' finds parts of the name or the label.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.PropertyPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.PROPERTIES)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<PropertyView> properties(
            @PathParam("object") String object,
            @QueryParam("search") @Parameter(ref = OpenApi.SEARCH) @Nullable String search,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        ObjectPair pair = ObjectsResource.known(object);
        ObjectConfiguration now = mappings.of(pair);
        List<HubspotProperty> found =
                metadata.of(pair).properties().values().stream()
                        .filter(it -> Paging.found(search, it.name(), it.label()))
                        .toList();
        return Paging.page(
                found, HubspotProperty::name, it -> PropertyView.of(pair, it, now), limit, after);
    }

    @GET
    @Path("/fields")
    @Operation(
            summary = "Salesforce's fields of an object, as the integration user sees them",
            description = "'search' finds parts of the name or the label.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.FieldPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.FIELDS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<FieldView> fields(
            @PathParam("object") String object,
            @QueryParam("search") @Parameter(ref = OpenApi.SEARCH) @Nullable String search,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        ObjectPair pair = ObjectsResource.known(object);
        ObjectConfiguration now = mappings.of(pair);
        List<SalesforceField> found =
                metadata.of(pair).fields().values().stream()
                        .filter(it -> Paging.found(search, it.name(), it.label()))
                        .toList();
        return Paging.page(found, SalesforceField::name, it -> FieldView.of(it, now), limit, after);
    }

    /**
     * What the named one can be mapped to.
     *
     * @param type the CRM's own word
     * @param fit STRICT: one of HubSpot's own pairs of types; EXTENDED: beyond them
     * @param syncRules the rules that write only what can be written
     * @param mappedBy the mapping that has it already; null if it is free
     */
    public record PartnerView(
            String name,
            String label,
            String type,
            Fit fit,
            @Schema(implementation = SyncRule[].class) List<String> syncRules,
            @Schema(nullable = true) @Nullable MappedBy mappedBy) {}

    @GET
    @Path("/properties/{name}/compatible-fields")
    @Operation(summary = "The fields that a property can be mapped to, best types first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.PartnerPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.PARTNERS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<PartnerView> compatibleFields(
            @PathParam("object") String object,
            @PathParam("name") String name,
            @QueryParam("search") @Parameter(ref = OpenApi.SEARCH) @Nullable String search,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        ObjectPair pair = ObjectsResource.known(object);
        ObjectConfiguration now = mappings.of(pair);
        ObjectMetadata known = metadata.of(pair, it -> it.property(name) != null);
        HubspotProperty property = known.property(name);
        if (property == null) {
            throw missing("HubSpot has no property", name, pair.hubspotType());
        }
        List<PartnerView> partners =
                known.fields().values().stream()
                        .filter(it -> Paging.found(search, it.name(), it.label()))
                        .filter(it -> Compatibility.refusal(pair, property, it) == null)
                        .map(it -> fieldPartner(property, it, now))
                        .sorted(Comparator.comparing(PartnerView::fit))
                        .toList();
        return Paging.page(partners, PartnerView::name, it -> it, limit, after);
    }

    private static PartnerView fieldPartner(
            HubspotProperty property, SalesforceField field, ObjectConfiguration now) {
        return new PartnerView(
                field.name(),
                field.label(),
                field.type(),
                Compatibility.fit(property, field),
                rules(property, field),
                MappedBy.of(now.ofField(field.name(), property.name()).orElse(null)));
    }

    @GET
    @Path("/fields/{name}/compatible-properties")
    @Operation(summary = "The properties that a field can be mapped to, best types first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.PartnerPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.PARTNERS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<PartnerView> compatibleProperties(
            @PathParam("object") String object,
            @PathParam("name") String name,
            @QueryParam("search") @Parameter(ref = OpenApi.SEARCH) @Nullable String search,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        ObjectPair pair = ObjectsResource.known(object);
        ObjectConfiguration now = mappings.of(pair);
        ObjectMetadata known = metadata.of(pair, it -> it.field(name) != null);
        SalesforceField field = known.field(name);
        if (field == null) {
            throw missing("Salesforce shows no field", name, pair.salesforceType());
        }
        List<PartnerView> partners =
                known.properties().values().stream()
                        .filter(it -> Paging.found(search, it.name(), it.label()))
                        .filter(it -> Compatibility.refusal(pair, it, field) == null)
                        .map(it -> propertyPartner(it, field, now))
                        .sorted(Comparator.comparing(PartnerView::fit))
                        .toList();
        return Paging.page(partners, PartnerView::name, it -> it, limit, after);
    }

    private static PartnerView propertyPartner(
            HubspotProperty property, SalesforceField field, ObjectConfiguration now) {
        return new PartnerView(
                property.name(),
                property.label(),
                Compatibility.typeOf(property).label(),
                Compatibility.fit(property, field),
                rules(property, field),
                MappedBy.of(now.ofProperty(property.name(), field.name()).orElse(null)));
    }

    private static List<String> rules(HubspotProperty property, SalesforceField field) {
        return Compatibility.rules(property, field).stream().map(Enum::name).toList();
    }

    private static Refusal missing(String what, String name, String type) {
        return new Refusal(
                RefusalCode.NOT_FOUND,
                what
                        + " "
                        + Quoted.name(name)
                        + " of "
                        + type
                        + ". The list of them has the names.");
    }
}
