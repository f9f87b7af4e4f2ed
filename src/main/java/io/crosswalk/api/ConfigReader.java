package io.crosswalk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.WantedConfiguration;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Configuration documents as they come in. The JSON Schema says the same. */
final class ConfigReader {
    /** Twice what can be in force. */
    static final int MAPPINGS_MAX = 1_000;

    static final String CSV = "text/csv";

    private static final int OBJECTS_MAX = 20;
    private static final Set<String> DOCUMENT = Set.of("objects", "partial", "expect");
    private static final Set<String> OBJECT =
            Set.of("syncEnabled", "mappings", LinkingBody.MATCHING, LinkingBody.CREATE);

    private ConfigReader() {}

    /**
     * @param type what the body is: CSV, YAML, or else JSON
     * @param object for rows of CSV that name none; null with anything else, which names its own
     * @param ifMatch versions that count instead of those in the document
     */
    static WantedConfiguration read(
            InputStream body,
            @Nullable String type,
            @Nullable String object,
            @Nullable String ifMatch) {
        Map<String, Long> expected = ConfigVersions.expected(ifMatch);
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        String text = Bodies.text(body);
        boolean csv = isCsv(type);
        if (!csv && object != null) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'object' is for CSV alone. This document names its objects itself, and"
                            + " would change all of them: take the parameter away, or leave the other"
                            + " objects out of the document.");
        }
        WantedConfiguration wanted =
                csv
                        ? CsvReader.read(text, object)
                        : read(kind.contains("yaml") ? Trees.yaml(text) : Trees.json(text));
        return expected.isEmpty() ? wanted : wanted.expecting(expected);
    }

    private static boolean isCsv(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(CSV);
    }

    /**
     * Whether what is not refused shall be applied without the rest.
     *
     * @param given null for no
     * @param type what the body is
     */
    static boolean skipsRefused(@Nullable String given, @Nullable String type) {
        boolean skips = "true".equals(given);
        if (given != null && !skips && !given.equals("false")) {
            throw Parameters.malformed("skipRefused", "true or false");
        }
        if (skips && !isCsv(type)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'skipRefused' is for CSV alone. This document is the configuration"
                            + " as it shall be, and is applied as a whole or not at all.");
        }
        return skips;
    }

    static WantedConfiguration read(JsonNode document) {
        Members members = Members.of(document, DOCUMENT);
        Map<String, Long> expected = members.numbers("expect", OBJECTS_MAX);
        expected.keySet().forEach(name -> checkObject("expect", name));
        List<WantedObject> objects = new ArrayList<>();
        members.children("objects", OBJECTS_MAX, OBJECT)
                .forEach((name, object) -> objects.add(object(name, object)));
        Boolean partial = members.flagOrNull("partial");
        return new WantedConfiguration(objects, Boolean.TRUE.equals(partial), false, expected);
    }

    private static WantedObject object(String name, Members members) {
        checkObject("objects", name);
        return new WantedObject(
                name,
                members.flagOrNull("syncEnabled"),
                members.listOrNull(
                        "mappings", MAPPINGS_MAX, MappingBody.MEMBERS, ConfigReader::mapping),
                members.choiceOrNull(LinkingBody.MATCHING, LinkingBody.MATCHINGS),
                members.choiceOrOff(LinkingBody.CREATE, LinkingBody.CREATIONS, Creation.OFF));
    }

    private static void checkObject(String member, String name) {
        if (!KnownObjects.names().contains(name)) {
            throw new Refusal(
                    RefusalCode.MEMBER_UNKNOWN,
                    "Member "
                            + Quoted.name(member + "." + name)
                            + " means nothing here. The objects are "
                            + KnownObjects.names()
                            + ".");
        }
    }

    private static WantedMapping mapping(Members members) {
        return new WantedMapping(
                members.text(MappingBody.PROPERTY),
                members.text(MappingBody.FIELD),
                members.choice(MappingBody.RULE, MappingBody.RULES),
                members.choiceOrNull(MappingBody.FILL, MappingBody.FILLS),
                members.textsOrNull(MappingBody.PAIRS, MappingBody.PAIRS_MAX));
    }
}
