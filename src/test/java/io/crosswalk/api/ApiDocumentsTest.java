package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.RefusalCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The documents that people read say what the code does. */
class ApiDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void tableOfCodes_isTheEnum() throws Exception {
        List<String> rows =
                Files.readAllLines(Path.of("docs/api.md")).stream()
                        .filter(line -> line.matches("\\| `[A-Z_]+` \\| \\d{3} \\|.*"))
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(RefusalCode.values())
                                .map(
                                        code ->
                                                "| `%s` | %d | %s |"
                                                        .formatted(
                                                                code.name(),
                                                                code.status(),
                                                                code.meaning()))
                                .toList());
    }

    @Test
    void schema_namesWhatTheReaderTakes() throws Exception {
        JsonNode schema = JSON.readTree(ConfigSchema.text());

        assertThat(names(schema.at("/properties"))).containsExactly("expect", "objects", "partial");
        assertThat(names(schema.at("/properties/objects/properties")))
                .containsExactlyInAnyOrderElementsOf(KnownObjects.names());
        assertThat(names(schema.at("/properties/expect/properties")))
                .containsExactlyInAnyOrderElementsOf(KnownObjects.names());
        JsonNode mapping = schema.at("/$defs/mapping");
        assertThat(names(mapping.path("properties")))
                .containsExactlyInAnyOrderElementsOf(MappingBody.MEMBERS);
        List<String> rules = new ArrayList<>();
        mapping.at("/properties/syncRule/enum").forEach(rule -> rules.add(rule.asText()));
        assertThat(rules).containsExactlyElementsOf(MappingBody.RULES.keySet());
        List<String> fills = new ArrayList<>();
        mapping.at("/properties/fill/enum").forEach(fill -> fills.add(fill.asText()));
        assertThat(fills).containsExactlyInAnyOrderElementsOf(MappingBody.FILLS.keySet());
        // Left out, it means what the document as a whole says: no one value.
        assertThat(mapping.at("/properties/fill").has("default")).isFalse();
        assertThat(schema.at("/$defs/object/properties/mappings/maxItems").asInt())
                .isEqualTo(ConfigReader.MAPPINGS_MAX);
        assertThat(mapping.at("/properties/optionPairs/maxProperties").asInt())
                .isEqualTo(MappingBody.PAIRS_MAX);
    }

    @Test
    void yamlOfTheGuide_isADocument() throws Exception {
        String guide = Files.readString(Path.of("docs/mappings-as-code.md"));
        String yaml = guide.substring(guide.indexOf("```yaml\n") + 8);

        assertThat(
                        ConfigReader.read(Trees.yaml(yaml.substring(0, yaml.indexOf("```"))))
                                .objects()
                                .get(0)
                                .mappings())
                .hasSize(1);
    }
}
