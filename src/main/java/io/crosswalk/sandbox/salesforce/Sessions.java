package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SalesforceIds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Who is logged in. */
final class Sessions {
    static final Actor INTEGRATION =
            new Actor(Actor.Kind.INTEGRATION, SalesforceIds.id("005", 900));
    static final Actor OTHER_API = new Actor(Actor.Kind.OTHER_API, SalesforceIds.id("005", 901));
    static final Actor PERSON = new Actor(Actor.Kind.PERSON, Dataset.users().get(0).id());

    private static final String OTHER_TOKEN = "sandbox";

    private final Map<String, Instant> endsAt = new HashMap<>();
    private final SplittableRandom random;
    private final Duration length;

    Sessions(long seed, Duration length) {
        this.random = new SplittableRandom(seed + 3);
        this.length = length;
    }

    /** A new token for the integration user. */
    String open(Instant now) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = ChangeEvents.ORG_ID.substring(0, 15) + "!" + HexFormat.of().formatHex(bytes);
        endsAt.values().removeIf(now::isAfter);
        endsAt.put(token, now.plus(length));
        return token;
    }

    /** Whose call it is; every use prolongs the session. */
    Actor actor(@Nullable String authorization, Instant now) {
        if (authorization == null) {
            return PERSON;
        }
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? "" : authorization.substring(0, space);
        String token = authorization.substring(space + 1).trim();
        boolean known = scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("OAuth");
        if (known && token.equals(OTHER_TOKEN)) {
            return OTHER_API;
        }
        Instant end = known ? endsAt.get(token) : null;
        if (end == null || now.isAfter(end)) {
            throw new Refused(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        endsAt.put(token, now.plus(length));
        return INTEGRATION;
    }

    boolean close(String token) {
        return endsAt.remove(token) != null;
    }

    void expireAll() {
        endsAt.clear();
    }
}
