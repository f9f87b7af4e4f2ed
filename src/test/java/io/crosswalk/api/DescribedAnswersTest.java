package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes the answers that the resources give. */
class DescribedAnswersTest {
    private static Stream<Method> operations() {
        return DescribedRefusalsTest.RESOURCES.stream()
                .flatMap(resource -> Stream.of(resource.getMethods()))
                .filter(
                        method ->
                                method.isAnnotationPresent(APIResponse.class)
                                        || method.getAnnotationsByType(APIResponse.class).length
                                                > 0);
    }

    @Test
    void describedAnswer_isWhatTheResourceGives() {
        Set<String> compared = new LinkedHashSet<>();
        operations()
                .filter(method -> method.getReturnType() != Response.class)
                .filter(method -> method.getReturnType() != void.class)
                .filter(method -> method.getReturnType() != String.class)
                .forEach(
                        method -> {
                            assertThat(items(described(method)))
                                    .as(method.toString())
                                    .isEqualTo(items(given(method.getGenericReturnType())));
                            compared.add(method.toString());
                        });

        assertThat(compared).hasSizeGreaterThan(35);
    }

    private static Type described(Method method) {
        return Stream.of(method.getAnnotationsByType(APIResponse.class))
                .filter(response -> response.responseCode().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .content()[0]
                .schema()
                .implementation();
    }

    private static Type given(Type type) {
        return type instanceof ParameterizedType answer && answer.getRawType() == RestResponse.class
                ? answer.getActualTypeArguments()[0]
                : type;
    }

    /** What a page is of; anything else is itself. */
    private static String items(Type type) {
        if (type instanceof ParameterizedType page && page.getRawType() == Page.class) {
            return "page of " + page.getActualTypeArguments()[0].getTypeName();
        }
        if (type instanceof Class<?> page && page.getEnclosingClass() == Answers.class) {
            RecordComponent[] components = page.getRecordComponents();
            assertThat(components).extracting(RecordComponent::getName).contains("items", "next");
            ParameterizedType items = (ParameterizedType) components[0].getGenericType();
            return "page of " + items.getActualTypeArguments()[0].getTypeName();
        }
        return type.getTypeName();
    }

    /** A client that is generated takes null where it may come, and need not look elsewhere. */
    @Test
    void membersThatMayBeNull_areDescribedSo() throws Exception {
        Set<Class<?>> views = new LinkedHashSet<>();
        operations().forEach(method -> collect(method.getGenericReturnType(), views));
        collect(PlanView.class, views);
        for (Class<?> page : Answers.class.getDeclaredClasses()) {
            collect(page, views);
        }

        assertThat(views).hasSizeGreaterThan(50);
        for (Class<?> view : views) {
            for (RecordComponent member : view.getRecordComponents()) {
                Schema schema = view.getDeclaredField(member.getName()).getAnnotation(Schema.class);
                boolean described = schema != null && schema.nullable();
                boolean absent =
                        view.getDeclaredField(member.getName())
                                .isAnnotationPresent(JsonInclude.class);
                assertThat(described)
                        .as(view.getSimpleName() + "." + member.getName())
                        .isEqualTo(
                                !absent
                                        && member.getAnnotatedType()
                                                .isAnnotationPresent(Nullable.class));
            }
        }
    }

    private static void collect(Type type, Set<Class<?>> views) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(each -> collect(each, views));
        } else if (type instanceof Class<?> view
                && view.isRecord()
                && view.getPackage() == Page.class.getPackage()
                && views.add(view)) {
            for (RecordComponent member : view.getRecordComponents()) {
                collect(member.getGenericType(), views);
            }
        }
    }
}
