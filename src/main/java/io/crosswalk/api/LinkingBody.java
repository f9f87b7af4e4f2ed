package io.crosswalk.api;

import io.crosswalk.mapping.Creation;
import io.crosswalk.mapping.Matching;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a body says of records without a partner. */
final class LinkingBody {
    static final String MATCHING = "matching";
    static final String CREATE = "create";

    static final Map<String, Matching> MATCHINGS = named(Matching.values());
    static final Map<String, Creation> CREATIONS = named(Creation.values());

    private LinkingBody() {}

    private static <E extends Enum<E>> Map<String, E> named(E[] constants) {
        Map<String, E> named = new LinkedHashMap<>();
        for (E constant : constants) {
            named.put(constant.name(), constant);
        }
        return named;
    }
}
