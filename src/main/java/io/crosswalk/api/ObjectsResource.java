package io.crosswalk.api;

import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Matching;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.ObjectEdit;
import io.crosswalk.records.ObjectPair;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The object pairs, and whether they are in sync at all. */
@Path("/api/objects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ObjectsResource {
    private static final String SYNC_ENABLED = "syncEnabled";

    private final Mappings mappings;

    ObjectsResource(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * @param syncEnabled while false, nothing of this object is written to either CRM
     * @param syncRequired whether it cannot be turned off
     * @param matching how a record without a partner finds one
     * @param create where a record is made whose partner is nowhere to be found
     * @param mappingCount standard ones included
     * @param customMappingCount those that can be deleted
     * @param version to pass in {@code If-Match}; moves with every change of the object or its
     *     mappings
     */
    public record ObjectView(
            String name,
            String hubspotType,
            String salesforceType,
            boolean syncEnabled,
            boolean syncRequired,
            Matching matching,
            Creation create,
            int mappingCount,
            int customMappingCount,
            long version) {}

    @GET
    @Operation(summary = "The pairs of record types that can be kept in step")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.ObjectPage.class),
                            examples = @ExampleObject(name = "all", value = Examples.OBJECTS)))
    public Page<ObjectView> objects() {
        return new Page<>(
                mappings.all().stream().map(it -> view(known(it.object()), it)).toList(), null);
    }

    @GET
    @Path("/{object}")
    @Operation(
            summary = "One pair of record types",
            description = "'ETag' is its version, which moves with its mappings too.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = ObjectView.class),
                            examples = @ExampleObject(name = "one", value = Examples.OBJECT)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RestResponse<ObjectView> object(@PathParam("object") String object) {
        ObjectPair pair = known(object);
        return tagged(pair, mappings.of(pair));
    }

    @PUT
    @Path("/{object}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Turn sync of an object on or off; say how its records find partners",
            description =
                    "While sync is off nothing is written to either CRM; what changes meanwhile"
                            + " waits and is looked at when it is on again. 'matching' and"
                            + " 'create' hold for records that are made or edited from"
                            + " now on. What is left"
                            + " out stays. With 'If-Match' only if the object still is at that"
                            + " version.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.ObjectChange.class),
                            examples = @ExampleObject(name = "off", value = Examples.TOGGLE)))
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = ObjectView.class),
                            examples = @ExampleObject(name = "off", value = Examples.OBJECT)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "Stale", responseCode = "412")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "Impossible", responseCode = "422")
    public RestResponse<ObjectView> change(
            @PathParam("object") String object,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream body) {
        ObjectPair pair = known(object);
        Long expected = Versions.expected(ifMatch);
        Members members =
                Members.of(
                        Trees.json(Bodies.text(body)),
                        Set.of(SYNC_ENABLED, LinkingBody.MATCHING, LinkingBody.CREATE));
        Matching matching = members.choiceOrNull(LinkingBody.MATCHING, LinkingBody.MATCHINGS);
        Creation create =
                members.choiceOrOff(LinkingBody.CREATE, LinkingBody.CREATIONS, Creation.OFF);
        Boolean enabled =
                matching == null && create == null
                        ? Boolean.valueOf(members.flag(SYNC_ENABLED))
                        : members.flagOrNull(SYNC_ENABLED);
        ObjectEdit edit = new ObjectEdit(enabled, matching, create);
        return tagged(pair, mappings.settings(pair, edit, expected));
    }

    private static RestResponse<ObjectView> tagged(ObjectPair object, ObjectConfiguration now) {
        return RestResponse.ResponseBuilder.ok(view(object, now))
                .header(HttpHeaders.ETAG, Versions.tag(now.version()))
                .build();
    }

    private static ObjectView view(ObjectPair object, ObjectConfiguration now) {
        int custom = (int) now.mappings().stream().filter(it -> !it.standard()).count();
        return new ObjectView(
                object.name(),
                object.hubspotType(),
                object.salesforceType(),
                now.syncEnabled(),
                Mappings.isSyncRequired(object),
                now.linking().matching(),
                now.linking().create(),
                now.mappings().size(),
                custom,
                now.version());
    }

    static ObjectPair known(String name) {
        return KnownObjects.named(name);
    }
}
