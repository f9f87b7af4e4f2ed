package io.crosswalk.hubspot;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.rules.Side;
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
public class RecordedHistories implements HubspotClient {
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

    private static AssertionError unasked() {
        return new AssertionError("not asked for");
    }

    @Override
    public SearchPage search(
            String type,
            List<SearchFilter> filters,
            String sortProperty,
            Collection<String> properties,
            int limit,
            @Nullable String after) {
        throw unasked();
    }

    @Override
    public List<HubspotProperty> properties(String type) {
        throw unasked();
    }

    @Override
    public void forgetMetadata() {
        throw unasked();
    }

    @Override
    public HubspotProperty setOptions(
            String type, String property, List<HubspotProperty.Option> options) {
        throw unasked();
    }

    @Override
    public List<Owner> owners(boolean archived) {
        throw unasked();
    }

    @Override
    public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
        throw unasked();
    }

    @Override
    public List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        throw unasked();
    }

    @Override
    public List<CreateOutcome> create(String type, List<CrmCreate> creates) {
        throw unasked();
    }

    @Override
    public Side side() {
        return Side.HUBSPOT;
    }
}
