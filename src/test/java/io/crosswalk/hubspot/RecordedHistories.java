package io.crosswalk.hubspot;

import io.crosswalk.records.CrmUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A HubSpot that is only asked for histories, and notes for which. */
public class RecordedHistories extends UnaskedHubspot {
    /** {@code 501 [phone]}: the ids, and the properties. */
    public final List<String> asked = new ArrayList<>();

    public boolean recognisesUs = true;

    /** How long to wait, where the histories cannot be had. */
    public @Nullable Duration away;

    private final Map<String, Map<String, List<Changed>>> histories = new HashMap<>();

    public RecordedHistories with(String id, String property, Changed... newestFirst) {
        histories
                .computeIfAbsent(id, none -> new HashMap<>())
                .put(property, Arrays.asList(newestFirst));
        return this;
    }

    @Override
    public boolean recognisesUs() {
        return recognisesUs;
    }

    @Override
    public Map<String, Map<String, List<Changed>>> histories(
            String type, Collection<String> ids, Collection<String> properties) {
        asked.add(String.join(" ", new TreeSet<>(ids)) + " " + new TreeSet<>(properties));
        if (away != null) {
            throw new CrmUnavailable("RATE_LIMIT", "HubSpot is away", away);
        }
        Map<String, Map<String, List<Changed>>> known = new HashMap<>(histories);
        known.keySet().retainAll(ids);
        return known;
    }
}
