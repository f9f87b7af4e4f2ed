package io.crosswalk.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the operations of the OpenAPI document share: how refusals look. */
@OpenAPIDefinition(
        // The version is the build's own: application.properties.
        info = @Info(title = "Crosswalk", version = ""),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "Malformed",
                                    description =
                                            "A parameter or the body cannot be read: BODY_MALFORMED,"
                                                    + " MEMBER_UNKNOWN, MEMBER_MISSING,"
                                                    + " MEMBER_MALFORMED, PARAMETER_MISSING,"
                                                    + " PARAMETER_MALFORMED",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
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
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "object",
                                                                    value = Examples.NOT_FOUND))),
                            @APIResponse(
                                    name = "Conflict",
                                    description =
                                            "The present state is against it:"
                                                    + " PROPERTY_ALREADY_MAPPED,"
                                                    + " FIELD_ALREADY_MAPPED, MAPPING_LIMIT_REACHED,"
                                                    + " OBJECT_SYNC_OFF, OBJECT_SYNC_REQUIRED,"
                                                    + " STANDARD_MAPPING_NOT_DELETABLE,"
                                                    + " MAPPING_PAIR_FIXED, MAPPING_NOT_PAUSED,"
                                                    + " MAPPING_NOT_SYNCED, RUN_STATE,"
                                                    + " RUN_LIMIT_REACHED, WATCH_ONLY,"
                                                    + " CHANGED_TOO_OFTEN",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "taken",
                                                                    value = Examples.CONFLICT))),
                            @APIResponse(
                                    name = "Stale",
                                    description = "Somebody changed it meanwhile: VERSION_CONFLICT",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
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
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "large",
                                                                    value = Examples.TOO_LARGE))),
                            @APIResponse(
                                    name = "Impossible",
                                    description =
                                            "It can never work: TYPE_MISMATCH, PROPERTY_NOT_FOUND,"
                                                    + " FIELD_NOT_FOUND, USER_PROPERTY_NOT_MAPPABLE,"
                                                    + " PROPERTY_READ_ONLY, FIELD_READ_ONLY,"
                                                    + " OWNER_MAPPING_TWO_WAY_ONLY, OPTION_UNKNOWN and"
                                                    + " more; docs/api.md lists them all",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "types",
                                                                    value = Examples.MISMATCH))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "A CRM or the storage cannot be reached now:"
                                                    + " UNAVAILABLE",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "later",
                                                                    value = Examples.UNAVAILABLE))),
                        }))
public class OpenApi extends Application {}
