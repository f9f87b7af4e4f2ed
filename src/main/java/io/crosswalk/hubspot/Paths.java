package io.crosswalk.hubspot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** HubSpot's paths. Names that are no names are refused: they come from mappings. */
final class Paths {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,250}");

    private Paths() {}

    static String objects(String type, String call) {
        return "/crm/v3/objects/" + name(type) + "/" + call;
    }

    static String properties(String type) {
        return "/crm/v3/properties/" + name(type);
    }

    static String property(String type, String property) {
        return properties(type) + "/" + name(property);
    }

    static String pipelines(String type) {
        return "/crm/v3/pipelines/" + name(type);
    }

    /** The associations of records with companies. */
    static String companies(String type, String call) {
        return "/crm/v4/associations/" + name(type) + "/companies/" + call;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name in HubSpot: '" + name + "'");
        }
        return name;
    }
}
