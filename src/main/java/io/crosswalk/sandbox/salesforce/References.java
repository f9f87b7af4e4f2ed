package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the subrequests of a composite request have answered so far: in the body or URL of a later
 * one {@code @{referenceId.FieldName}} stands for it, whoever meant it as a text (REST API guide,
 * "Composite Subrequest").
 */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([A-Za-z0-9_]*)([^}]*)\\}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    void answered(String referenceId, JsonNode body) {
        answers.put(referenceId, body);
    }

    /**
     * @throws Refused if nothing was answered for one of them
     */
    String resolved(String text, String referenceId) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found, referenceId)));
    }

    private String value(MatchResult found, String referenceId) {
        JsonNode answer = answers.get(found.group(1));
        String path = found.group(2).replaceAll("[.\\[]", "/").replace("]", "");
        JsonNode value =
                answer == null || answer instanceof ArrayNode || !path.startsWith("/")
                        ? null
                        : answer.at(path);
        if (value == null || !value.isValueNode() || value.isNull()) {
            throw Refused.record(
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for "
                            + found.group(1)
                            + found.group(2)
                            + " found in "
                            + referenceId);
        }
        return value.asText();
    }
}
