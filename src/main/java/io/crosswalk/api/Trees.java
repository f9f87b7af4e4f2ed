package io.crosswalk.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * JSON and YAML texts as trees. Takes one document of plain data and nothing cleverer: no member
 * twice, no anchors, aliases or tags, bounded depth.
 */
final class Trees {
    private static final int DEPTH_MAX = 12;
    private static final int NUMBER_LENGTH_MAX = 40;

    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .maxStringLength(Bodies.BYTES_MAX)
                    .build();

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private static final YAMLFactory YAML =
            YAMLFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .loaderOptions(yamlOptions())
                    .build();

    private Trees() {}

    private static LoaderOptions yamlOptions() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(Bodies.BYTES_MAX);
        return options;
    }

    static JsonNode json(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return document(parser, "JSON");
        } catch (IOException e) {
            throw malformed("JSON", null);
        }
    }

    static JsonNode yaml(String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            return document(parser, "YAML");
        } catch (IOException | YAMLException e) {
            throw malformed("YAML", null);
        }
    }

    private static JsonNode document(JsonParser parser, String format) {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed(format, "it is empty");
            }
            JsonNode node = node(parser, first, format);
            if (parser.nextToken() != null) {
                throw malformed(format, "it goes on after its end");
            }
            return node;
        } catch (IOException | YAMLException e) {
            int line = parser.currentLocation().getLineNr();
            throw malformed(format, line < 1 ? null : "the mistake is at line " + line);
        }
    }

    /** The parser bounds the depth. */
    private static JsonNode node(JsonParser parser, JsonToken token, String format)
            throws IOException {
        if (parser instanceof YAMLParser yaml) {
            checkPlain(yaml);
        }
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (token) {
            case START_OBJECT -> object(parser, format);
            case START_ARRAY -> array(parser, format);
            case VALUE_STRING -> make.textNode(parser.getText());
            case VALUE_NUMBER_INT -> make.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> make.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> make.booleanNode(true);
            case VALUE_FALSE -> make.booleanNode(false);
            case VALUE_NULL -> make.nullNode();
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw malformed(format, null);
        };
    }

    private static void checkPlain(YAMLParser yaml) throws IOException {
        if (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null) {
            throw malformed("YAML", "anchors, aliases and tags are not taken");
        }
    }

    private static ObjectNode object(JsonParser parser, String format) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonNode value = node(parser, parser.nextToken(), format);
            if (object.has(name)) {
                throw malformed(
                        format,
                        "line "
                                + parser.currentLocation().getLineNr()
                                + " repeats a member that was there before");
            }
            object.set(name, value);
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String format) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == null) {
                throw malformed(format, "it ends too early");
            }
            array.add(node(parser, token, format));
        }
        return array;
    }

    private static Refusal malformed(String format, @Nullable String why) {
        return new Refusal(
                RefusalCode.BODY_MALFORMED,
                "The body cannot be read as "
                        + format
                        + (why == null ? "" : ": " + why)
                        + ". Nothing was changed.");
    }
}
