package io.crosswalk.hubspot;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** Whether a change was made by our own app, as webhooks and property histories say it. */
final class OurApp {
    private static final Set<String> CLIENT_SOURCES = Set.of("INTEGRATION", "API");

    private OurApp() {}

    /**
     * @param source HubSpot's word: {@code CRM_UI}, {@code INTEGRATION}, {@code API}, ...
     * @param sourceId the app's id, bare or after a word ({@code appId:7001}); or a user's
     */
    static boolean did(OptionalLong appId, String source, String sourceId) {
        int colon = sourceId.lastIndexOf(':');
        boolean user = sourceId.toLowerCase(Locale.ROOT).startsWith("user");
        return appId.isPresent()
                && !user
                && CLIENT_SOURCES.contains(source)
                && sourceId.substring(colon + 1).equals(Long.toString(appId.getAsLong()));
    }
}
