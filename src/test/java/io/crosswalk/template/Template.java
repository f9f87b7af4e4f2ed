package io.crosswalk.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The template as it is written, before the SAM transform. Short tags are read as their long forms:
 * {@code !Ref A} is {@code {"Ref": "A"}}, {@code !Sub a} is {@code {"Fn::Sub": "a"}}.
 */
final class Template {
    static final Path FILE = Path.of("template.yaml");

    private final Map<String, Object> root;

    private Template(Map<String, Object> root) {
        this.root = root;
    }

    static Template load() {
        LoaderOptions options = new LoaderOptions();
        // A name that stands twice would silently be the later one.
        options.setAllowDuplicateKeys(false);
        try (var text = Files.newBufferedReader(FILE)) {
            return new Template(map(new Yaml(new Tags(options)).load(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> section(String name) {
        return map(root.get(name));
    }

    Map<String, Object> resources() {
        return section("Resources");
    }

    /** Properties by logical name. */
    Map<String, Map<String, Object>> properties(String type) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        resources()
                .forEach(
                        (name, resource) -> {
                            if (type.equals(map(resource).get("Type"))) {
                                found.put(name, map(map(resource).get("Properties")));
                            }
                        });
        return found;
    }

    Map<String, Object> propertiesOf(Object logicalName) {
        return map(map(resources().get(logicalName)).get("Properties"));
    }

    /** Environment variables of a function, those that all have included. */
    Map<String, Object> environment(Map<String, Object> function) {
        Map<String, Object> all =
                new LinkedHashMap<>(
                        map(at(section("Globals"), "Function", "Environment", "Variables")));
        all.putAll(map(at(function, "Environment", "Variables")));
        return all;
    }

    /** What stands at a path of names. */
    static Object at(Object from, String... path) {
        Object here = from;
        for (String name : path) {
            here = map(here).get(name);
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Whether anything inside a value fits. */
    static boolean holds(Object value, Predicate<Object> fits) {
        if (fits.test(value)) {
            return true;
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(inner -> holds(inner, fits));
        }
        return value instanceof List<?> list && list.stream().anyMatch(inner -> holds(inner, fits));
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new Intrinsic());
        }

        private final class Intrinsic extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                boolean plain = name.equals("Ref") || name.equals("Condition");
                return Map.of(plain ? name : "Fn::" + name, value(node));
            }

            private Object value(Node node) {
                if (node instanceof ScalarNode scalar) {
                    return scalar.getValue();
                }
                return node instanceof SequenceNode sequence
                        ? constructSequence(sequence)
                        : constructMapping((MappingNode) node);
            }
        }
    }
}
