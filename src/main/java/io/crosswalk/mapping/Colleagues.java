package io.crosswalk.mapping;

import io.crosswalk.rules.Side;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who records can belong to: active owners in HubSpot, active users in Salesforce.
 *
 * @param pairs by owner id the id of the user who is the same person
 * @param owners by id what the owner is called: the name, else the e-mail
 * @param users likewise
 */
public record Colleagues(
        Map<String, String> pairs, Map<String, String> owners, Map<String, String> users) {
    static final Colleagues NONE = new Colleagues(Map.of(), Map.of(), Map.of());

    public Colleagues {
        pairs = Map.copyOf(pairs);
        owners = Map.copyOf(owners);
        users = Map.copyOf(users);
    }

    /** Null if the side has nobody of this id who is active, or does not say who that is. */
    public @Nullable String called(Side side, String id) {
        return (side == Side.HUBSPOT ? owners : users).get(id);
    }
}
