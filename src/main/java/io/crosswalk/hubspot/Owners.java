package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.hubspot.HubspotClient.Owner;
import io.crosswalk.records.CrmUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal's owners, page by page. */
final class Owners {
    private static final int PAGE_SIZE = 100;

    /** 20,000 owners. */
    private static final int PAGES_MAX = 200;

    private final HubspotCalls calls;

    Owners(HubspotCalls calls) {
        this.calls = calls;
    }

    List<Owner> all(boolean archivedToo) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        add(owners, false);
        if (archivedToo) {
            add(owners, true);
        }
        return List.copyOf(owners.values());
    }

    private void add(Map<String, Owner> owners, boolean archived) {
        String after = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            String path = "/crm/v3/owners?limit=" + PAGE_SIZE + "&archived=" + archived;
            JsonNode body =
                    calls.get(
                                    CallListener.Kind.OWNERS,
                                    after.isEmpty()
                                            ? path
                                            : path + "&after=" + Paths.encoded(after))
                            .bodyOrThrow("read the owners in HubSpot");
            for (JsonNode node : body.path("results")) {
                Owner owner = owner(node, archived);
                owners.putIfAbsent(owner.id(), owner);
            }
            after = body.path("paging").path("next").path("after").asText("");
            if (after.isEmpty()) {
                return;
            }
        }
        // A list cut short would map people to nobody.
        throw new CrmUnavailable(
                "TOO_MANY_PAGES", "HubSpot lists more than 20,000 owners", Duration.ZERO);
    }

    private static Owner owner(JsonNode node, boolean archived) {
        String email = node.path("email").asText("").toLowerCase(Locale.ROOT);
        return new Owner(
                node.path("id").asText(),
                email.isEmpty() ? null : email,
                node.path("archived").asBoolean(archived),
                name(node));
    }

    private static @Nullable String name(JsonNode node) {
        String first = node.path("firstName").asText("").strip();
        String name = (first + " " + node.path("lastName").asText("").strip()).strip();
        return name.isEmpty() ? null : name;
    }
}
