package io.crosswalk.console;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What forms send. */
final class Forms {
    private static final int TEXT_LENGTH_MAX = 255;

    private Forms() {}

    /** Empty if nothing was said. */
    static String text(@Nullable String said) {
        if (said != null && said.length() > TEXT_LENGTH_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "A name or a search has at most " + TEXT_LENGTH_MAX + " characters.");
        }
        return said == null ? "" : said;
    }

    static String chosen(@Nullable String name, String what) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "No " + what + " is chosen. Choose one from the list.");
        }
        return text;
    }

    /** As shipped where nothing was said. */
    static SyncRule rule(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return SyncRule.PREFER_SALESFORCE_UNLESS_BLANK;
        }
        return Stream.of(SyncRule.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.PARAMETER_MALFORMED,
                                        "Parameter 'syncRule' is a sync rule's name."));
    }

    static Fill fill(@Nullable String name) {
        return "align".equals(name) ? Fill.ALIGN : Fill.NONE;
    }
}
