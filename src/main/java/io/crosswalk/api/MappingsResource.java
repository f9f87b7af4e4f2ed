package io.crosswalk.api;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.MappingEdit;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.records.ObjectPair;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An object's mappings. */
@Path("/api/objects/{object}/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class MappingsResource {
    private static final Predicate<String> VERSION =
            Pattern.compile("[1-9][0-9]{0,17}").asMatchPredicate();

    private final Mappings mappings;

    MappingsResource(Mappings mappings) {
        this.mappings = mappings;
    }

    @GET
    @Operation(
            summary = "An object's mappings, standard ones first",
            description = "'search' finds parts of the property's or the field's name.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.MappingPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.MAPPINGS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<MappingView> mappings(
            @PathParam("object") String object,
            @QueryParam("search") @Parameter(ref = OpenApi.SEARCH) @Nullable String search,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        List<Mapping> found =
                mappings.of(ObjectsResource.known(object)).mappings().stream()
                        .filter(
                                it ->
                                        Paging.found(
                                                search, it.hubspotProperty(), it.salesforceField()))
                        .toList();
        return Paging.page(found, Mapping::id, MappingView::of, limit, after);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Map a property to a field",
            description =
                    "With fill 'none' records keep what they hold until someone edits it; 'align'"
                            + " brings them in step by the rule at the first look; 'notice' says how to"
                            + " have all of them looked at now.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.MappingCreate.class),
                            examples =
                                    @ExampleObject(
                                            name = "two-way",
                                            value = Examples.MAPPING_CREATE)))
    @APIResponse(
            responseCode = "201",
            headers = {
                @Header(name = "Location", ref = "Location"),
                @Header(name = "ETag", ref = "ETag")
            },
            content =
                    @Content(
                            schema = @Schema(implementation = MappingView.class),
                            examples = @ExampleObject(name = "made", value = Examples.MAPPING)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "Impossible", responseCode = "422")
    public RestResponse<MappingView> create(@PathParam("object") String object, InputStream body) {
        ObjectPair pair = ObjectsResource.known(object);
        MappingBody wanted = MappingBody.create(Trees.json(Bodies.text(body)));
        Mapping made =
                mappings.create(
                        pair, wanted.hubspotProperty(), wanted.salesforceField(), wanted.choice());
        URI at = URI.create("/api/objects/" + pair.name() + "/mappings/" + made.id());
        return RestResponse.ResponseBuilder.<MappingView>created(at)
                .entity(MappingView.made(made))
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A mapping", description = "'ETag' is its version.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = MappingView.class),
                            examples = @ExampleObject(name = "custom", value = Examples.MAPPING)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RestResponse<MappingView> mapping(
            @PathParam("object") String object, @PathParam("id") String id) {
        return tagged(mappings.get(ObjectsResource.known(object), id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a mapping's rule, fill or option pairs",
            description =
                    "With 'If-Match' only if the mapping still is at that version. What is left out"
                            + " stays. Property and field stay: another pair is another mapping."
                            + " Turned to fill 'align', 'notice' says how to have all records"
                            + " aligned.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.MappingChange.class),
                            examples =
                                    @ExampleObject(name = "rule", value = Examples.MAPPING_CHANGE)))
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = MappingView.class),
                            examples = @ExampleObject(name = "now", value = Examples.MAPPING)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "Stale", responseCode = "412")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "Impossible", responseCode = "422")
    public RestResponse<MappingView> update(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream body) {
        ObjectPair pair = ObjectsResource.known(object);
        Long expected = Versions.expected(ifMatch);
        MappingEdit edit = MappingBody.edit(Trees.json(Bodies.text(body)));
        MappingChoice before = mappings.get(pair, id).choice();
        Mapping now = mappings.update(pair, id, edit, expected);
        return tagged(now, MappingView.changed(before, now));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a custom mapping",
            description = "Its versions can still be read. Values in the CRMs stay as they are.")
    @APIResponse(responseCode = "204")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "Stale", responseCode = "412")
    public void delete(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ObjectPair pair = ObjectsResource.known(object);
        mappings.delete(pair, id, Versions.expected(ifMatch));
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            summary = "Every saved version of a mapping, newest first",
            description = "A deleted mapping's versions stay. 'after' is a version.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.MappingPage.class),
                            examples = @ExampleObject(name = "one", value = Examples.MAPPINGS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<MappingView> versions(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        int max = Parameters.limit(limit);
        List<Mapping> found =
                mappings.versions(ObjectsResource.known(object), id, version(after), max + 1);
        List<Mapping> page = found.subList(0, Math.min(max, found.size()));
        String next =
                found.size() > max ? Long.toString(page.get(page.size() - 1).version()) : null;
        return new Page<>(page.stream().map(MappingView::of).toList(), next);
    }

    private static @Nullable Long version(@Nullable String after) {
        if (after == null) {
            return null;
        }
        String version =
                Parameters.matching(
                        "after",
                        VERSION,
                        after,
                        "a version. Pass what 'next' said, or start again without it");
        return Long.valueOf(version);
    }

    private static RestResponse<MappingView> tagged(Mapping mapping) {
        return tagged(mapping, MappingView.of(mapping));
    }

    private static RestResponse<MappingView> tagged(Mapping mapping, MappingView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.tag(mapping.version()))
                .build();
    }
}
