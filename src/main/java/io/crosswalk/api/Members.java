package io.crosswalk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an object in a request's body, each read as what it must be, or refused. */
final class Members {
    private final ObjectNode node;
    private final String path;

    private Members(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * @param known the members that mean something here
     */
    static Members of(JsonNode node, Set<String> known) {
        return of(node, "", known);
    }

    private static Members of(JsonNode node, String path, Set<String> known) {
        if (!(node instanceof ObjectNode object)) {
            if (path.isEmpty()) {
                throw new Refusal(
                        RefusalCode.BODY_MALFORMED,
                        "The body is one object with members, such as " + new TreeSet<>(known));
            }
            throw malformed(path, "an object with members");
        }
        Members members = new Members(object, path);
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw members.unknown(name, known);
                            }
                        });
        return members;
    }

    private Refusal unknown(String name, Set<String> known) {
        return new Refusal(
                RefusalCode.MEMBER_UNKNOWN,
                "Member "
                        + Quoted.name(at(name))
                        + " means nothing here. The members are "
                        + new TreeSet<>(known)
                        + ".");
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    /** What stands there; null if absent. */
    @Nullable JsonNode value(String name) {
        return has(name) ? node.get(name) : null;
    }

    String text(String name) {
        return required(name, text(node.get(name), at(name)));
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(node.get(name), at(name)) : null;
    }

    private static String text(@Nullable JsonNode value, String path) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw malformed(path, "text; put it in quotes");
        }
        return checked(value.textValue(), path);
    }

    private static String checked(String text, String path) {
        if (!Texts.isTaken(text)) {
            throw malformed(path, Texts.FORM);
        }
        return text;
    }

    private <T> T required(String name, T value) {
        if (!has(name)) {
            throw new Refusal(
                    RefusalCode.MEMBER_MISSING,
                    "Member '" + at(name) + "' is missing. It must be there.");
        }
        return value;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(required(name, flagOrNull(name)));
    }

    @Nullable Boolean flagOrNull(String name) {
        if (!has(name)) {
            return null;
        }
        if (!node.get(name).isBoolean()) {
            throw malformed(at(name), "true or false");
        }
        return node.get(name).booleanValue();
    }

    /**
     * @param constants by what stands for them
     */
    <T> @Nullable T choiceOrNull(String name, Map<String, T> constants) {
        String text = textOrNull(name);
        if (text == null) {
            return null;
        }
        T constant = constants.get(text);
        if (constant == null) {
            throw malformed(at(name), "one of " + constants.keySet());
        }
        return constant;
    }

    /** YAML reads a bare OFF as false. */
    <T> @Nullable T choiceOrOff(String name, Map<String, T> constants, T off) {
        return has(name) && node.get(name).isBoolean() && !node.get(name).booleanValue()
                ? off
                : choiceOrNull(name, constants);
    }

    <T> T choice(String name, Map<String, T> constants) {
        T constant = choiceOrNull(name, constants);
        if (constant == null) {
            throw new Refusal(
                    RefusalCode.MEMBER_MISSING,
                    "Member '"
                            + at(name)
                            + "' is missing. It is one of "
                            + constants.keySet()
                            + ".");
        }
        return constant;
    }

    /** Text to text; null if absent. */
    @Nullable Map<String, String> textsOrNull(String name, int max) {
        return mapOrNull(name, max, (value, path) -> text(notNull(value, path), path));
    }

    /** Text to whole number from 0; empty if absent. */
    Map<String, Long> numbers(String name, int max) {
        Map<String, Long> numbers = mapOrNull(name, max, Members::number);
        return numbers == null ? Map.of() : numbers;
    }

    private static Long number(JsonNode value, String path) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw malformed(path, "a whole number");
        }
        return value.longValue();
    }

    private static JsonNode notNull(JsonNode value, String path) {
        if (value.isNull()) {
            throw malformed(path, "text");
        }
        return value;
    }

    private <T> @Nullable Map<String, T> mapOrNull(String name, int max, Reader<T> reader) {
        if (!has(name)) {
            return null;
        }
        if (!(node.get(name) instanceof ObjectNode object) || object.size() > max) {
            throw malformed(at(name), "an object with at most " + max + " members");
        }
        Map<String, T> map = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        entry -> {
                            String path = at(name) + "." + entry.getKey();
                            checked(entry.getKey(), path);
                            map.put(entry.getKey(), reader.read(entry.getValue(), path));
                        });
        return map;
    }

    private interface Reader<T> {
        T read(JsonNode value, String path);
    }

    /** The members of objects under names. */
    Map<String, Members> children(String name, int max, Set<String> known) {
        Map<String, Members> children =
                mapOrNull(name, max, (value, path) -> of(value, path, known));
        return required(name, children == null ? Map.of() : children);
    }

    /** The members of an object under a name; null if absent. */
    @Nullable Members childOrNull(String name, Set<String> known) {
        return has(name) ? of(node.get(name), at(name), known) : null;
    }

    /** The objects of an array, each read; null if absent. */
    <T> @Nullable List<T> listOrNull(
            String name, int max, Set<String> known, Function<Members, T> reader) {
        if (!has(name)) {
            return null;
        }
        JsonNode array = node.get(name);
        if (!array.isArray() || array.size() > max) {
            throw malformed(at(name), "a list of at most " + max);
        }
        List<T> list = new ArrayList<>(array.size());
        for (JsonNode each : array) {
            list.add(reader.apply(of(each, at(name) + "[" + list.size() + "]", known)));
        }
        return list;
    }

    static Refusal malformed(String path, String what) {
        return new Refusal(
                RefusalCode.MEMBER_MALFORMED,
                "Member " + Quoted.name(path) + " must be " + what + ".");
    }
}
