package io.crosswalk.sync;

import io.crosswalk.budget.Calls;
import io.crosswalk.budget.Governor;
import io.crosswalk.budget.Grant;
import io.crosswalk.records.Link;
import io.crosswalk.records.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets as many due links through as there are calls for, the most urgent first; the others wait.
 * Links of all priorities that are let through travel in the same calls, so a less urgent one that
 * fits into a call which is made anyway costs nothing.
 */
final class Admission {
    /** Of a day that is used up: until its end somebody may have made room. */
    private static final Duration DEFERRED_MAX = Duration.ofHours(1);

    private final Governor governor;
    private final Settlement settlement;

    Admission(Governor governor, Settlement settlement) {
        this.governor = governor;
        this.settlement = settlement;
    }

    /** To be closed when the looks are over. */
    record Admitted(List<Link> links, List<Grant> grants) implements AutoCloseable {
        @Override
        public void close() {
            grants.forEach(Grant::close);
        }
    }

    /**
     * @param due of one object
     */
    Admitted admit(List<Link> due) {
        Admitted admitted = new Admitted(new ArrayList<>(), new ArrayList<>());
        boolean complete = false;
        try {
            LookCost cost = LookCost.NONE;
            for (List<Link> links : byPriority(due).values()) {
                cost = admit(links, cost, admitted);
            }
            complete = true;
            return admitted;
        } finally {
            // Whatever was thrown: a grant that stays open takes its slot from everybody.
            if (!complete) {
                admitted.close();
            }
        }
    }

    /** Of each priority pairs before the records that have no partner, which cost more. */
    private static Map<Priority, List<Link>> byPriority(List<Link> due) {
        Map<Priority, List<Link>> links = new EnumMap<>(Priority.class);
        due.stream()
                .sorted(Comparator.comparing(Admission::isAlone))
                .forEach(
                        link ->
                                links.computeIfAbsent(
                                                link.due().priority(), any -> new ArrayList<>())
                                        .add(link));
        return links;
    }

    private static boolean isAlone(Link link) {
        return link.partnerId() == null;
    }

    /** Returns what all that were let through so far take. */
    private LookCost admit(List<Link> links, LookCost before, Admitted admitted) {
        LookCost all = before;
        for (Link link : links) {
            all = all.with(link);
        }
        Calls wanted = all.calls().minus(before.calls());
        Grant grant = governor.ask(links.get(0).due().priority(), wanted);
        if (grant.calls().isNone() && !isAlone(links.get(0)) && isAlone(last(links))) {
            // Whoever has no partner is looked for: without a search left nothing was granted that
            // was asked for with it. In one go else, as another grant wants a slot of its own.
            grant.close();
            Map<Boolean, List<Link>> alone =
                    links.stream().collect(Collectors.partitioningBy(Admission::isAlone));
            LookCost cost = admit(alone.get(false), before, admitted);
            settlement.defer(alone.get(true), after(grant));
            return cost;
        }
        admitted.grants().add(grant);
        if (grant.isWhole()) {
            admitted.links().addAll(links);
            return all;
        }
        return admitPart(links, before, grant, admitted);
    }

    private static Link last(List<Link> links) {
        return links.get(links.size() - 1);
    }

    private static Duration after(Grant grant) {
        return grant.after().compareTo(DEFERRED_MAX) < 0 ? grant.after() : DEFERRED_MAX;
    }

    private LookCost admitPart(List<Link> links, LookCost before, Grant grant, Admitted admitted) {
        Calls affordable = before.calls().plus(grant.calls());
        LookCost cost = before;
        List<Link> deferred = new ArrayList<>();
        for (Link link : links) {
            LookCost with = cost.with(link);
            if (affordable.covers(with.calls())) {
                cost = with;
                admitted.links().add(link);
            } else {
                deferred.add(link);
            }
        }
        settlement.defer(deferred, after(grant));
        return cost;
    }
}
