package io.crosswalk.mapping;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.util.List;

/** Objects by the name that a request says. */
public final class KnownObjects {
    private KnownObjects() {}

    /**
     * @throws Refusal {@link RefusalCode#UNKNOWN_OBJECT}
     */
    public static ObjectPair named(String name) {
        return ObjectPairs.named(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.UNKNOWN_OBJECT,
                                        "There is no object "
                                                + Quoted.name(name)
                                                + ". The objects are "
                                                + names()
                                                + "."));
    }

    /** In the order that the API lists them. */
    public static List<String> names() {
        return ObjectPairs.all().stream().map(ObjectPair::name).toList();
    }
}
