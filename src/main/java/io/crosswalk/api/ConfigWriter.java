package io.crosswalk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.ObjectConfiguration;
import java.util.List;
import java.util.regex.Pattern;

/** The configuration as a document that says everything and can be read back. */
final class ConfigWriter {
    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                            .stringQuotingChecker(new Words())
                            .build());

    private ConfigWriter() {}

    /** Only what looks like names stays without quotes: YAML takes 1e3, No and 12:30 for others. */
    private static final class Words extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;
        private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*( \\w+)*");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isReservedKeyword(value) || !NAME.matcher(value).matches();
        }
    }

    static String json(List<ObjectConfiguration> objects) {
        return document(objects).toPrettyString() + "\n";
    }

    static String yaml(List<ObjectConfiguration> objects) {
        try {
            return YAML.writeValueAsString(document(objects));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode document(List<ObjectConfiguration> objects) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode all = document.putObject("objects");
        for (ObjectConfiguration object : objects) {
            ObjectNode node = all.putObject(object.object());
            node.put("syncEnabled", object.syncEnabled());
            node.put(LinkingBody.MATCHING, object.linking().matching().name());
            node.put(LinkingBody.CREATE, object.linking().create().name());
            ArrayNode mappings = node.putArray("mappings");
            object.mappings().forEach(mapping -> write(mapping, mappings.addObject()));
        }
        return document;
    }

    private static void write(Mapping mapping, ObjectNode node) {
        node.put(MappingBody.PROPERTY, mapping.hubspotProperty());
        node.put(MappingBody.FIELD, mapping.salesforceField());
        node.put(MappingBody.RULE, mapping.syncRule().name());
        node.put(MappingBody.FILL, MappingBody.text(mapping.fill()));
        if (!mapping.optionPairs().isEmpty()) {
            ObjectNode pairs = node.putObject(MappingBody.PAIRS);
            mapping.optionPairs().forEach(pairs::put);
        }
    }
}
