package io.crosswalk.sync;

import io.crosswalk.mapping.Colleagues;
import io.crosswalk.rules.Side;
import org.jspecify.annotations.Nullable;

/** Tells people which colleague has no counterpart: that one's account is no value of a record. */
final class Unpaired {
    private Unpaired() {}

    /**
     * @param colleagues null where nobody says who is who
     * @param side the side that has no counterpart
     * @param id the owner's or user's on the other side
     */
    static String sentence(@Nullable Colleagues colleagues, Side side, String id) {
        Side other = side.other();
        String name = colleagues == null ? null : colleagues.called(other, id);
        return name == null
                ? other.label()
                        + "'s "
                        + noun(other)
                        + " "
                        + id
                        + " is not among those that are active there, and has no counterpart in "
                        + side.label()
                        + "."
                : side.label()
                        + " has no active "
                        + noun(side)
                        + " with the e-mail of "
                        + other.label()
                        + "'s "
                        + noun(other)
                        + " "
                        + name
                        + " ("
                        + id
                        + "), or several people share it.";
    }

    /** Under which name a problem has the id. */
    static String detail(Side side) {
        return noun(side.other()) + "Ids";
    }

    private static String noun(Side side) {
        return side == Side.HUBSPOT ? "owner" : "user";
    }
}
