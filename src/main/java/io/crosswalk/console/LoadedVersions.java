package io.crosswalk.console;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ObjectPairs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the objects that a document on the configuration page began with. Whoever applies
 * it onto others undoes what was done since.
 *
 * @param versions by object; what is absent does not matter
 */
record LoadedVersions(Map<String, Long> versions) {
    private static final String SENT = "[a-z]{1,20}=[0-9]{1,18}(,[a-z]{1,20}=[0-9]{1,18}){0,19}";

    /**
     * @param text as {@link #text} wrote it; null or empty if nothing is known of them
     */
    static LoadedVersions read(@Nullable String text) {
        Map<String, Long> versions = new LinkedHashMap<>();
        String said = Forms.given(text);
        if (said != null && !said.matches(SENT)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'loaded' is what the page said: contact=3,company=0,deal=1.");
        }
        for (String each : said == null ? new String[0] : said.split(",")) {
            String[] version = each.split("=");
            versions.put(version[0], Long.valueOf(version[1]));
        }
        return new LoadedVersions(versions);
    }

    /** The header {@code ETag}, which has the same in quotes. */
    static LoadedVersions ofTag(String tag) {
        return read(tag.replace("\"", ""));
    }

    String text() {
        return versions.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(","));
    }

    /** Labels of the objects that are at another version now. */
    List<String> moved(Map<String, Long> now) {
        return now.entrySet().stream()
                .filter(it -> versions.containsKey(it.getKey()))
                .filter(it -> !versions.get(it.getKey()).equals(it.getValue()))
                .map(it -> ObjectPairs.named(it.getKey()).map(ObjectTab::label).orElse(it.getKey()))
                .toList();
    }

    /** What the page goes on with once a document is applied. */
    LoadedVersions with(Map<String, Long> applied) {
        Map<String, Long> all = new LinkedHashMap<>(versions);
        all.putAll(applied);
        return new LoadedVersions(all);
    }

    /**
     * @throws Refusal {@link RefusalCode#VERSION_CONFLICT} if the document was planned onto others
     */
    void mustBe(Map<String, Long> planned) {
        List<String> moved = moved(planned);
        if (!moved.isEmpty()) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    String.join(", ", moved)
                            + " changed since the document was loaded, and it would undo that. Start"
                            + " again from what is in force, or say that it is to be applied all the"
                            + " same.");
        }
    }
}
