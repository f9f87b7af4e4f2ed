package io.crosswalk.salesforce;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Sforce-Limit-Info} header said last about the org's calls in 24 hours.
 *
 * @param used calls by everyone, not only by us
 * @param max calls allowed
 * @param seenAt when it came; null before the first
 */
public record CallBudget(@Nullable Long used, @Nullable Long max, @Nullable Instant seenAt) {

    static final CallBudget UNKNOWN = new CallBudget(null, null, null);

    /** {@code api-usage=10018/100000; per-app-api-usage=17/250(appName=x)}: the first counts. */
    private static final Pattern USAGE =
            Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    /** This budget, unless a newer answer says more. */
    CallBudget with(HttpHeaders headers, Instant now) {
        Matcher usage = USAGE.matcher(headers.firstValue("Sforce-Limit-Info").orElse(""));
        return usage.find()
                ? new CallBudget(Long.valueOf(usage.group(1)), Long.valueOf(usage.group(2)), now)
                : this;
    }
}
