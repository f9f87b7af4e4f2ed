package io.crosswalk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Mappings as they are stored: JSON; a whole list of them packed. */
final class MappingDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MappingDocument() {}

    static byte[] pack(List<Mapping> mappings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        mappings.forEach(mapping -> all.add(json(mapping)));
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                JSON.writeTree(JSON.createGenerator(gzip), all);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Mapping> unpack(String object, byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            List<Mapping> mappings = new ArrayList<>();
            JSON.readTree(gzip).forEach(node -> mappings.add(mapping(object, node)));
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One mapping as JSON text. */
    static String text(Mapping mapping) {
        return json(mapping).toString();
    }

    static Mapping parse(String object, String text) {
        try {
            return mapping(object, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(Mapping mapping) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", mapping.id());
        node.put("hubspotProperty", mapping.hubspotProperty());
        node.put("salesforceField", mapping.salesforceField());
        node.put("syncRule", mapping.syncRule().name());
        node.put("fill", mapping.fill().name());
        node.put("standard", mapping.standard());
        node.put("version", mapping.version());
        if (mapping.savedAt() != null) {
            node.put("savedAt", mapping.savedAt().toEpochMilli());
        }
        Mapping.Since since = mapping.saved().since();
        if (since != null) {
            node.putObject("since")
                    .put("configuration", since.configuration())
                    .put("at", since.at().toEpochMilli());
        }
        if (!mapping.optionPairs().isEmpty()) {
            ObjectNode pairs = node.putObject("optionPairs");
            mapping.optionPairs().forEach(pairs::put);
        }
        return node;
    }

    private static Mapping mapping(String object, JsonNode node) {
        Map<String, String> pairs = new HashMap<>();
        node.path("optionPairs")
                .properties()
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        @Nullable Instant savedAt =
                node.has("savedAt") ? Instant.ofEpochMilli(node.path("savedAt").asLong()) : null;
        JsonNode began = node.path("since");
        Mapping.@Nullable Since since =
                began.isObject()
                        ? new Mapping.Since(
                                began.path("configuration").asLong(),
                                Instant.ofEpochMilli(began.path("at").asLong()))
                        : null;
        return new Mapping(
                node.path("id").asText(),
                object,
                node.path("hubspotProperty").asText(),
                node.path("salesforceField").asText(),
                new MappingChoice(
                        SyncRule.valueOf(node.path("syncRule").asText()),
                        Fill.valueOf(node.path("fill").asText()),
                        pairs),
                // What is not shipped any more is the user's, who can delete it.
                node.path("standard").asBoolean()
                        && StandardMappings.ships(object, node.path("id").asText()),
                new Mapping.Saved(node.path("version").asLong(), savedAt, since));
    }
}
