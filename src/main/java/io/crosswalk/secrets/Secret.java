package io.crosswalk.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One version of a secret: a JSON object whose members are texts or lists of texts. */
public final class Secret {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final Instant since;
    private final ObjectNode members;

    private Secret(String id, Instant since, ObjectNode members) {
        this.id = id;
        this.since = since;
        this.members = members;
    }

    /**
     * @throws SecretUnusable if it is no JSON object
     */
    static Secret of(String id, SecretVault.Version version) {
        try {
            JsonNode tree = JSON.readTree(version.text());
            if (tree instanceof ObjectNode members) {
                return new Secret(id, version.since(), members);
            }
        } catch (JsonProcessingException e) {
            // Its message quotes the text, so it goes no further.
        }
        throw new SecretUnusable(
                "Secret '"
                        + id
                        + "' is not a JSON object. Store one with the members that it needs.");
    }

    /** The secret's name or ARN. */
    public String id() {
        return id;
    }

    /** When this version was stored. */
    public Instant since() {
        return since;
    }

    /**
     * @return empty if the member is absent or blank
     * @throws SecretUnusable if it is no text
     */
    public Optional<String> text(String member) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new SecretUnusable(
                    "Member '"
                            + member
                            + "' of secret '"
                            + id
                            + "' is not a text. Store it as one.");
        }
        return value.textValue().isBlank()
                ? Optional.empty()
                : Optional.of(value.textValue().strip());
    }

    /**
     * @throws SecretUnusable if the member is absent, blank, or no text
     */
    public String required(String member) {
        return text(member)
                .orElseThrow(
                        () ->
                                new SecretUnusable(
                                        "Secret '"
                                                + id
                                                + "' has no member '"
                                                + member
                                                + "'. Store a version that has it."));
    }

    /**
     * @return empty if the member is absent; without blank ones
     * @throws SecretUnusable if it is no list of texts
     */
    public List<String> texts(String member) {
        JsonNode value = members.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw notTexts(member);
            }
            if (!element.textValue().isBlank()) {
                texts.add(element.textValue().strip());
            }
        }
        if (!value.isArray()) {
            throw notTexts(member);
        }
        return texts;
    }

    private SecretUnusable notTexts(String member) {
        return new SecretUnusable(
                "Member '" + member + "' of secret '" + id + "' is not a list of texts.");
    }

    /** The same with another value, as JSON to be stored. */
    String with(String member, String value) {
        return members.deepCopy().put(member, value).toString();
    }

    boolean sameAs(Secret other) {
        return members.equals(other.members);
    }

    @Override
    public String toString() {
        return "Secret[" + id + "]";
    }
}
