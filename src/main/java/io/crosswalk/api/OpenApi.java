package io.crosswalk.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/**
 * What the operations of the OpenAPI document share: who may ask, parameters and headers that mean
 * the same everywhere, and how refusals look.
 */
@OpenAPIDefinition(
        // The version is the build's own: application.properties.
        info = @Info(title = "Crosswalk", version = ""),
        security = @SecurityRequirement(name = OpenApi.TOKEN),
        // The server on a developer's machine has no login.
        securitySets = @SecurityRequirementsSet,
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = OpenApi.TOKEN,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description =
                                                "Of the identity provider; AWS's gateway checks"
                                                        + " it"),
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        parameters = {
                            @Parameter(
                                    name = OpenApi.LIMIT,
                                    in = ParameterIn.QUERY,
                                    description = "How many items a page has at most",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "" + Parameters.LIMIT_MAX,
                                                    defaultValue = "" + Parameters.LIMIT_DEFAULT)),
                            @Parameter(
                                    name = OpenApi.AFTER,
                                    in = ParameterIn.QUERY,
                                    description =
                                            "What 'next' said on the page before; left out: the"
                                                    + " first page",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Parameter(
                                    name = OpenApi.SEARCH,
                                    in = ParameterIn.QUERY,
                                    description = "A part of a name, whatever the case",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    maxLength = Paging.SEARCH_LENGTH_MAX))
                        },
                        headers = {
                            @Header(
                                    name = "ETag",
                                    description = "The version, to pass in 'If-Match'",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Location",
                                    description = "Where what was made can be read",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    format = "uri-reference"))
                        },
                        responses = {
                            @APIResponse(
                                    name = "Malformed",
                                    description =
                                            "A parameter or the body cannot be read:"
                                                    + " BODY_MALFORMED, MEMBER_UNKNOWN,"
                                                    + " MEMBER_MISSING, MEMBER_MALFORMED,"
                                                    + " PARAMETER_MISSING, PARAMETER_MALFORMED",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "member",
                                                                    value = Examples.MALFORMED))),
                            @APIResponse(
                                    name = "NotFound",
                                    description =
                                            "There is no such thing: UNKNOWN_OBJECT,"
                                                    + " MAPPING_NOT_FOUND, RUN_NOT_FOUND,"
                                                    + " JOURNAL_ENTRY_NOT_FOUND, NOT_FOUND",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "object",
                                                                    value = Examples.NOT_FOUND))),
                            @APIResponse(
                                    name = "Conflict",
                                    description =
                                            "The present state is against it:"
                                                    + " PROPERTY_ALREADY_MAPPED,"
                                                    + " FIELD_ALREADY_MAPPED,"
                                                    + " MAPPING_LIMIT_REACHED, OBJECT_SYNC_OFF,"
                                                    + " OBJECT_SYNC_REQUIRED,"
                                                    + " STANDARD_MAPPING_NOT_DELETABLE,"
                                                    + " MAPPING_PAIR_FIXED, MAPPING_NOT_PAUSED,"
                                                    + " MAPPING_NOT_SYNCED, RUN_STATE,"
                                                    + " RUN_LIMIT_REACHED, WATCH_ONLY,"
                                                    + " CHANGED_TOO_OFTEN",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "taken",
                                                                    value = Examples.CONFLICT))),
                            @APIResponse(
                                    name = "LinkedOtherwise",
                                    description =
                                            "Another link is against it:"
                                                    + " LINKED_OTHERWISE, NAMED_OTHERWISE",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "Stale",
                                    description =
                                            "Somebody changed it meanwhile:" + " VERSION_CONFLICT",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "stale",
                                                                    value = Examples.STALE))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "The body is too large: PAYLOAD_TOO_LARGE",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "large",
                                                                    value = Examples.TOO_LARGE))),
                            @APIResponse(
                                    name = "Impossible",
                                    description =
                                            "It can never work: TYPE_MISMATCH,"
                                                    + " PROPERTY_NOT_FOUND, FIELD_NOT_FOUND,"
                                                    + " USER_PROPERTY_NOT_MAPPABLE,"
                                                    + " LINK_PROPERTY_NOT_MAPPABLE,"
                                                    + " PROPERTY_READ_ONLY, FIELD_READ_ONLY,"
                                                    + " OWNER_MAPPING_TWO_WAY_ONLY,"
                                                    + " OPTION_PAIRS_NOT_APPLICABLE,"
                                                    + " OPTION_PAIRS_NOT_ONE_TO_ONE,"
                                                    + " OPTION_UNKNOWN, OPTIONS_NOT_REFRESHABLE,"
                                                    + " CREATION_NEEDS_MATCHING, FILTER_REFUSED,"
                                                    + " CRM_REFUSED",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "types",
                                                                    value = Examples.MISMATCH))),
                            @APIResponse(
                                    name = "NoSuchRecord",
                                    description =
                                            "A CRM has no such record, or refuses to"
                                                    + " be asked: RECORD_NOT_FOUND, CRM_REFUSED",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "CrmRefused",
                                    description =
                                            "A CRM refuses what is asked of it:" + " CRM_REFUSED",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "A CRM or the storage cannot be reached"
                                                    + " now: UNAVAILABLE",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem"),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "later",
                                                                    value = Examples.UNAVAILABLE))),
                            @APIResponse(
                                    name = "Otherwise",
                                    description =
                                            "What can happen to any request: 401"
                                                    + " TOKEN_MISSING, 403 HOST_NOT_ALLOWED,"
                                                    + " CROSS_SITE_REQUEST, 405"
                                                    + " METHOD_NOT_ALLOWED, 406 NOT_ACCEPTABLE,"
                                                    + " 415 UNSUPPORTED_MEDIA_TYPE, 500"
                                                    + " INTERNAL_ERROR, 502 BAD_GATEWAY, 504"
                                                    + " GATEWAY_TIMEOUT",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(ref = "Problem")))
                        }))
public class OpenApi extends Application {
    static final String TOKEN = "token";

    static final String LIMIT = "limit";
    static final String AFTER = "after";
    static final String SEARCH = "search";
}
