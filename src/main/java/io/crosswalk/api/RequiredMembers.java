package io.crosswalk.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer has all of its members, null where there is nothing to say: so the document calls them
 * required, but for those that say {@link #ABSENT}. Generated clients need not ask for each whether
 * it is there. What is asked in a body says itself what it needs.
 *
 * <p>Runs at build time only.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RequiredMembers implements OASFilter {
    /** Extension of a member that is left out where there is nothing to say. */
    static final String ABSENT = "x-absent-if-null";

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List<Schema> answered = new ArrayList<>();
        List<Schema> asked = new ArrayList<>();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                answered.addAll(answers(operation, document));
                asked.addAll(bodies(operation));
            }
        }
        Set<Schema> keep = reached(asked, schemas);
        for (Schema schema : reached(answered, schemas)) {
            if (!keep.contains(schema)) {
                require(schema);
            }
        }
    }

    private static List<Schema> answers(Operation operation, OpenAPI document) {
        return operation.getResponses().getAPIResponses().values().stream()
                .map(response -> resolved(response, document))
                .flatMap(response -> schemas(response.getContent()))
                .toList();
    }

    private static APIResponse resolved(APIResponse response, OpenAPI document) {
        String ref = response.getRef();
        return ref == null
                ? response
                : document.getComponents()
                        .getResponses()
                        .get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static List<Schema> bodies(Operation operation) {
        RequestBody body = operation.getRequestBody();
        return body == null ? List.of() : schemas(body.getContent()).toList();
    }

    private static Stream<Schema> schemas(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null);
    }

    /** With all that they are made of. By identity: two schemas may say the same. */
    private static Set<Schema> reached(List<Schema> from, Map<String, Schema> schemas) {
        Set<Schema> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        from.forEach(schema -> reach(schema, schemas, reached));
        return reached;
    }

    private static void reach(
            @Nullable Schema schema, Map<String, Schema> schemas, Set<Schema> reached) {
        if (schema == null || !reached.add(schema)) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS)) {
            reach(schemas.get(ref.substring(SCHEMAS.length())), schemas, reached);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> reach(each, schemas, reached));
        }
        reach(schema.getItems(), schemas, reached);
        reach(schema.getAdditionalPropertiesSchema(), schemas, reached);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(several -> several != null)
                .forEach(several -> several.forEach(each -> reach(each, schemas, reached)));
    }

    private static void require(Schema schema) {
        if (schema.getProperties() == null || schema.getRequired() != null) {
            return;
        }
        List<String> required = new ArrayList<>();
        schema.getProperties()
                .forEach(
                        (name, member) -> {
                            if (!isAbsentIfNull(member)) {
                                required.add(name);
                            }
                        });
        schema.setRequired(required);
    }

    private static boolean isAbsentIfNull(Schema member) {
        return member.getExtensions() != null && member.getExtensions().containsKey(ABSENT);
    }
}
