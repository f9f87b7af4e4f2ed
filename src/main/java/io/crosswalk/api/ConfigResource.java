package io.crosswalk.api;

import io.crosswalk.mapping.ConfigurationPlan;
import io.crosswalk.mapping.Configurations;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.WantedConfiguration;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Mappings as code: the whole configuration as one document. */
@Path("/api/config")
@Tag(name = "Mappings as code")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class ConfigResource {
    private static final String YAML = "application/yaml";
    private static final String YAML_TEXT = "text/yaml";
    private static final String YAML_OLD = "application/x-yaml";
    private static final String CSV = ConfigReader.CSV;
    private static final int OK = Response.Status.OK.getStatusCode();
    private static final String SCHEMA_JSON = "application/schema+json";

    private final Configurations configurations;

    ConfigResource(Configurations configurations) {
        this.configurations = configurations;
    }

    @GET
    @Produces({YAML, MediaType.APPLICATION_JSON, YAML_TEXT, YAML_OLD})
    @Operation(
            summary = "The whole configuration as one document",
            description =
                    "YAML, or JSON if 'format' or 'Accept' says so. 'ETag' has the versions of all"
                            + " objects.")
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = {
                @Content(
                        mediaType = YAML,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "yaml", value = Examples.CONFIG_YAML)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "json", value = Examples.CONFIG_JSON))
            })
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response export(
            @QueryParam("format")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"yaml", "json"}))
                    @Nullable String format,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        List<ObjectConfiguration> all = configurations.all();
        Map<String, Long> versions = new LinkedHashMap<>();
        all.forEach(object -> versions.put(object.object(), object.version()));
        boolean json = isJson(format, accept);
        return Response.ok(json ? ConfigWriter.json(all) : ConfigWriter.yaml(all))
                .type(json ? MediaType.APPLICATION_JSON : YAML)
                .header(HttpHeaders.ETAG, ConfigVersions.tag(versions))
                .build();
    }

    private static boolean isJson(@Nullable String format, @Nullable String accept) {
        if (format == null) {
            String asked = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
            return asked.contains("json") && !asked.contains("yaml");
        }
        return switch (format) {
            case "json" -> true;
            case "yaml" -> false;
            default -> throw Parameters.malformed("format", "'yaml' or 'json'");
        };
    }

    @GET
    @Path("/schema")
    @Produces({SCHEMA_JSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "The JSON Schema (draft 2020-12) of configuration documents")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public String schema() {
        return ConfigSchema.text();
    }

    @POST
    @Path("/plan")
    @Consumes({MediaType.APPLICATION_JSON, YAML, YAML_TEXT, YAML_OLD, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What a document would change, and what of it is refused",
            description =
                    "Writes nothing. Custom mappings that the document leaves out are deleted,"
                            + " standard ones get back what they were shipped with, unless it is"
                            + " 'partial'. Objects that it does not name stay as they are. CSV has the"
                            + " columns property, field, rule, and object unless the parameter says it;"
                            + " it is always partial, and a row that cannot be read is refused with"
                            + " its line.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = YAML,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "yaml", value = Examples.CONFIG_YAML)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "json", value = Examples.CONFIG_JSON)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "csv", value = Examples.CONFIG_CSV))
            })
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "one", value = Examples.PLAN)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Stale", responseCode = "412")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "Impossible", responseCode = "422")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response plan(
            @QueryParam("object") @Nullable String object,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        ConfigurationPlan plan =
                configurations.plan(ConfigReader.read(body, type, object, ifMatch));
        return answer(plan, OK, PlanView.of(plan), MediaType.APPLICATION_JSON);
    }

    @POST
    @Path("/apply")
    @Consumes({MediaType.APPLICATION_JSON, YAML, YAML_TEXT, YAML_OLD, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Apply a document, as a whole or not at all",
            description =
                    "Answers as 'plan' does. If anything is refused nothing is changed, and the"
                            + " problem carries the plan. Say the plan's versions in 'expect' or"
                            + " 'If-Match', so that nothing else is applied than what was planned."
                            + " Of a CSV, 'skipRefused' applies the rows that are not refused; the"
                            + " answer still lists the others.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = YAML,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "yaml", value = Examples.CONFIG_YAML)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Requests.Configuration.class),
                        examples = @ExampleObject(name = "json", value = Examples.CONFIG_JSON)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "csv", value = Examples.CONFIG_CSV))
            })
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "one", value = Examples.PLAN)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "Stale", responseCode = "412")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(
            responseCode = "422",
            description =
                    "Parts of the document are refused: CONFIGURATION_REFUSED, with the plan; or,"
                            + " without one, CONFIGURATION_TOO_LARGE or CRM_REFUSED",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = RefusedConfiguration.class)))
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response apply(
            @QueryParam("object") @Nullable String object,
            @QueryParam("skipRefused")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable String skipRefused,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body) {
        boolean skips = ConfigReader.skipsRefused(skipRefused, type);
        WantedConfiguration wanted = ConfigReader.read(body, type, object, ifMatch);
        ConfigurationPlan plan =
                skips ? configurations.applyOthers(wanted) : configurations.apply(wanted);
        if (plan.applied()) {
            return answer(plan, OK, PlanView.of(plan), MediaType.APPLICATION_JSON);
        }
        RefusedConfiguration refused = RefusedConfiguration.of(plan, wanted);
        return answer(plan, refused.status(), refused, Problem.MEDIA_TYPE);
    }

    private static Response answer(ConfigurationPlan plan, int status, Object entity, String type) {
        Response.ResponseBuilder answer = Response.status(status).entity(entity).type(type);
        if (!plan.versions().isEmpty()) {
            answer.header(HttpHeaders.ETAG, ConfigVersions.tag(plan.versions()));
        }
        return answer.build();
    }
}
