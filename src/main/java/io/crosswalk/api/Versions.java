package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions in headers: {@code ETag: "3"}, {@code If-Match: "3"}. */
final class Versions {
    /** What passes through a proxy that packs answers may come back marked as weak. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Versions() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller has seen; null if it does not matter. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Header 'If-Match' is one version in double quotes, as 'ETag' said it: \"3\".");
        }
        return Long.valueOf(tag.group(1));
    }
}
