package io.crosswalk.api;

import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Versions of several objects in one header: {@code ETag: "contact=3,company=0,deal=1"}. */
final class ConfigVersions {
    private static final Pattern TAG =
            Pattern.compile("(?:W/)?\"[a-z]{1,20}=[0-9]{1,18}(,[a-z]{1,20}=[0-9]{1,18}){0,19}\"");

    private ConfigVersions() {}

    static String tag(Map<String, Long> versions) {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(",", "\"", "\""));
    }

    /** Empty if it does not matter. */
    static Map<String, Long> expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Map.of();
        }
        String tag = ifMatch.strip();
        Map<String, Long> versions = new LinkedHashMap<>();
        if (TAG.matcher(tag).matches()) {
            for (String part : tag.substring(tag.indexOf('"') + 1, tag.length() - 1).split(",")) {
                String[] version = part.split("=");
                versions.put(version[0], Long.valueOf(version[1]));
            }
        }
        if (versions.isEmpty() || !KnownObjects.names().containsAll(versions.keySet())) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Header 'If-Match' is what 'ETag' said: \"contact=3,company=0,deal=1\".");
        }
        return versions;
    }
}
