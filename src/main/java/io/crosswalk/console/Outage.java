package io.crosswalk.console;

import io.crosswalk.api.ObjectStatuses.CatchUpView;
import io.crosswalk.api.ObjectStatuses.FailureView;
import io.crosswalk.api.ObjectStatuses.ObjectStatusView;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps Crosswalk from looking through a CRM now. One for all objects and sides that it keeps
 * from it.
 *
 * @param level {@code issue} if a person has to do something, else {@code warning}
 * @param objects whom it concerns, by their labels
 * @param said what the last tries ended with, each once
 * @param at when it was tried last
 */
public record Outage(String level, String objects, List<String> said, String code, Instant at) {
    /** The same said of every object does not make it clearer. */
    private static final int SAID_MAX = 3;

    private record Failed(String object, FailureView why) {}

    private record Kind(ProblemSeverity severity, String code) {}

    static List<Outage> of(List<ObjectStatusView> objects) {
        Map<String, List<CatchUpView>> caughtUp = new LinkedHashMap<>();
        objects.forEach(object -> caughtUp.put(object.object(), object.catchUp()));
        return of(caughtUp);
    }

    /** What a person has to mend comes first. */
    static List<Outage> of(Map<String, List<CatchUpView>> caughtUp) {
        Map<Kind, List<Failed>> kinds = new LinkedHashMap<>();
        caughtUp.forEach(
                (object, sides) -> {
                    for (CatchUpView side : sides) {
                        FailureView why = side.lastFailure();
                        if (why != null) {
                            kinds.computeIfAbsent(
                                            new Kind(why.severity(), why.code()),
                                            kind -> new ArrayList<>())
                                    .add(new Failed(object, why));
                        }
                    }
                });
        return kinds.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                it -> it.getKey().severity(), Comparator.reverseOrder()))
                .map(it -> outage(it.getKey(), it.getValue()))
                .toList();
    }

    private static Outage outage(Kind kind, List<Failed> failed) {
        Set<String> objects = new LinkedHashSet<>();
        Set<String> said = new LinkedHashSet<>();
        Instant at = Instant.EPOCH;
        for (Failed it : failed) {
            objects.add(ObjectPairs.named(it.object()).map(ObjectTab::label).orElse(it.object()));
            said.add(MappingLists.sentence(it.why().message()));
            at = it.why().at().isAfter(at) ? it.why().at() : at;
        }
        return new Outage(
                kind.severity() == ProblemSeverity.ISSUE ? "issue" : "warning",
                objects.stream().collect(Collectors.joining(", ")),
                said.stream().limit(SAID_MAX).toList(),
                kind.code(),
                at);
    }
}
