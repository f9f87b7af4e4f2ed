package io.crosswalk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a path of the API has, by the OpenAPI document that the build made. Where several
 * resources share the beginning of a path, the server itself only finds that none of them has it.
 */
@ApplicationScoped
class AllowedMethods {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final ObjectMapper json;

    /** Read when it is first asked for: few requests need it. */
    private volatile @Nullable List<Operations> known;

    AllowedMethods(ObjectMapper json) {
        this.json = json;
    }

    private record Operations(Pattern path, Set<String> methods) {}

    /**
     * For {@code Allow}.
     *
     * @param path as the request has it, with or without a slash at its end
     * @return none if there is no such path
     */
    Set<String> of(String path) {
        String asked = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Set<String> methods = new TreeSet<>();
        for (Operations each : operations()) {
            if (each.path().matcher(asked).matches()) {
                methods.addAll(each.methods());
            }
        }
        return methods;
    }

    private List<Operations> operations() {
        List<Operations> read = known;
        if (read == null) {
            read = operations(document());
            known = read;
        }
        return read;
    }

    private static List<Operations> operations(JsonNode document) {
        List<Operations> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path -> {
                            Set<String> methods = new TreeSet<>();
                            path.getValue()
                                    .fieldNames()
                                    .forEachRemaining(
                                            name -> methods.add(name.toUpperCase(Locale.ROOT)));
                            methods.retainAll(METHODS);
                            if (methods.contains("GET")) {
                                methods.add("HEAD");
                            }
                            all.add(new Operations(pattern(path.getKey()), methods));
                        });
        return List.copyOf(all);
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                Stream.of(template.split("/"))
                        .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                        .collect(Collectors.joining("/")));
    }

    private JsonNode document() {
        String name = OpenApiConstants.BASE_NAME + "." + Format.JSON;
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return document == null ? json.createObjectNode() : json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
