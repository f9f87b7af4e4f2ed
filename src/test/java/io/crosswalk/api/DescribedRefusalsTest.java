package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.RefusalCode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document says of each operation which refusals it answers with. */
class DescribedRefusalsTest {
    /** Described where they are answered, as those of webhooks are outside of the API. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "LINKED_OTHERWISE",
                    "NAMED_OTHERWISE",
                    "RECORD_NOT_FOUND",
                    "STILL_IN_HUBSPOT",
                    "CONFIGURATION_REFUSED",
                    "CONFIGURATION_TOO_LARGE");

    static final List<Class<?>> RESOURCES =
            List.of(
                    BackfillsResource.class,
                    ConfigResource.class,
                    ConflictsResource.class,
                    DifferencesResource.class,
                    ForgettingResource.class,
                    JournalResource.class,
                    LastWritesResource.class,
                    LinksResource.class,
                    MappingsResource.class,
                    MetadataResource.class,
                    ObjectsResource.class,
                    ProblemsResource.class,
                    RecordsResource.class,
                    RefreshResource.class,
                    ReleaseResource.class,
                    RulesResource.class,
                    SetupResource.class,
                    StatusResource.class,
                    StatusesResource.class,
                    UndoResource.class);

    private static Stream<APIResponse> shared(String name) {
        OpenAPIDefinition definition = OpenApi.class.getAnnotation(OpenAPIDefinition.class);
        return Stream.of(definition.components().responses())
                .filter(response -> response.name().equals(name));
    }

    @ParameterizedTest
    @CsvSource({
        "NotFound, 404",
        "Conflict, 409",
        "Stale, 412",
        "TooLarge, 413",
        "Impossible, 422",
        "Malformed, 400"
    })
    void sharedDescription_namesEveryCodeOfItsStatus(String name, int status) {
        String described = shared(name).findFirst().orElseThrow().description();

        for (RefusalCode code : RefusalCode.values()) {
            boolean elsewhere =
                    ELSEWHERE.contains(code.name()) || code.name().startsWith("WEBHOOK_");
            if (code.status() == status && !elsewhere) {
                assertThat(described).contains(code.name());
            }
        }
    }

    /** Its own, and those of every operation of the resource. */
    private static Stream<APIResponse> described(Method method) {
        return Stream.of(method, method.getDeclaringClass())
                .flatMap(each -> Stream.of(each.getAnnotationsByType(APIResponse.class)));
    }

    @ParameterizedTest
    @CsvSource({
        "journal.entries, 200 400 404",
        "links.link, 200 404 400 409 413 422 503",
        "links.unlink, 204 400 404 409 422 503",
        "forgetting.forget, 202 400 404 409 422 503",
        "metadata.properties, 200 400 404 422 503",
        "statuses.check, 200 400 404 422 503",
        "records.find, 200 400 404 422 503",
        "problems.retry, 202 400 404 409 422 503",
        "setup.setup, 200 400 503",
        "status.status, 200 503 default",
        "objects.change, 200 400 404 409 412 413 422",
        "config.plan, 200 400 404 412 413 422 503",
        "config.apply, 200 400 404 409 412 413 422 503",
        "refresh.refresh, 200 404 409 422 503",
        "backfills.create, 202 400 404 409 413 422 503",
        "undo.create, 202 400 404 409 413"
    })
    void operation_describesWhatItAnswersWith(String operation, String codes) {
        List<String> described = new ArrayList<>();
        for (Class<?> resource : RESOURCES) {
            String name = resource.getSimpleName().replace("Resource", "").toLowerCase(Locale.ROOT);
            for (Method method : resource.getMethods()) {
                if (operation.equals(name + "." + method.getName())) {
                    described(method).forEach(each -> described.add(each.responseCode()));
                }
            }
        }

        assertThat(described).contains(codes.split(" "));
    }

    @Test
    void documentThatTakesTooMuchSpace_isSaidToComeWithoutAPlan() {
        String described =
                Stream.of(ConfigResource.class.getMethods())
                        .filter(method -> method.getName().equals("apply"))
                        .flatMap(
                                method -> Stream.of(method.getAnnotationsByType(APIResponse.class)))
                        .filter(each -> each.responseCode().equals("422"))
                        .findFirst()
                        .orElseThrow()
                        .description();

        assertThat(described)
                .contains(
                        RefusalCode.CONFIGURATION_TOO_LARGE.name(), RefusalCode.CRM_REFUSED.name());
    }
}
