package io.crosswalk.sync;

import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Priority;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.UnaskedRecordStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes what was acknowledged and what was to be tried again. */
final class RecordedStore extends UnaskedRecordStore {
    final List<@Nullable String> retried = new ArrayList<>();
    final List<Acknowledgement> acknowledged = new ArrayList<>();
    final Map<RecordKey, List<Noted>> marked = new HashMap<>();
    boolean turnIsTaken;
    Runnable beforeAcknowledging = () -> {};

    @Override
    public Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        Map<RecordKey, Taken> taken = new HashMap<>();
        if (!turnIsTaken) {
            intents.forEach(
                    (link, its) ->
                            taken.put(link.key(), new Taken(link.withTurn(its, until), List.of())));
        }
        return taken;
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        marked.putAll(hints);
        return Map.of();
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return retried.add(mappingId);
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        beforeAcknowledging.run();
        acknowledged.addAll(acknowledgements.values());
        return turnIsTaken
                ? Set.of()
                : acknowledgements.keySet().stream().map(Link::key).collect(Collectors.toSet());
    }
}
