package io.crosswalk.bench;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reconcile of linked records of which one of a thousand changed without a hint, half of them on
 * each side: calls beside the fewest that the CRMs' pages allow, time, memory. Then a whole pass
 * over all records, as after an outage that is longer than the cursors tell of.
 */
final class ReconcileFigure {
    private static final int MAPPINGS = 15;
    private static final int RUNS_MAX = 10_000;

    private ReconcileFigure() {}

    /**
     * @param args how many records; "whole" for the pass over all of them too; "stored" if all of
     *     their links are to be in DynamoDB Local, which then are counted as well
     */
    static void print(String[] args) throws Exception {
        int records = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        LinksKept kept = LinksKept.of(List.of(args));
        try (DynamoProcess process = DynamoProcess.start()) {
            Instant made = Instant.now().minus(Duration.ofDays(2));
            Installation installation =
                    new Installation(process, new GeneratedContacts(records, MAPPINGS, made), kept);
            long start = System.nanoTime();
            installation.link();
            System.out.printf(
                    "%,d contacts linked in %.0f s; live on the heap %d MB%n",
                    records, seconds(start), Resident.liveMegabytes());
            changed(installation, Math.max(2, records / 1_000));
            if (kept == LinksKept.STORED) {
                drift(installation);
            }
            if (List.of(args).contains("whole")) {
                whole(installation);
            }
        }
    }

    private static void changed(Installation installation, int changed) {
        for (Side side : Side.values()) {
            installation.cursors.advance("contact", side, Instant.now().minusSeconds(600));
            List<Integer> edited = new ArrayList<>();
            for (int i = 0; i < changed / 2; i++) {
                edited.add(
                        (int) ((2L * i + side.ordinal()) * installation.contacts.size / changed));
            }
            installation.edit(side, edited, "unseen ");
        }
        installation.forgetCounts();
        long cpu = CpuTime.nanos();
        try (LiveHeap heap = new LiveHeap()) {
            catchUp(installation, changed);
            storage(installation, cpu, heap);
        }
    }

    private static void catchUp(Installation installation, int changed) {
        long start = System.nanoTime();
        int marked = installation.catchUp.run().marked();
        double found = seconds(start);
        int searches = installation.hubspot.searches;
        int queries = installation.salesforce.queries;
        int synced = drain(installation);
        // Each object is asked for at least once.
        int floor =
                2
                        + Math.max(1, pages(changed / 2, 200))
                        + 2
                        + Math.max(1, pages(changed / 2, 2_000));
        System.out.printf(
                "%,d changed without a hint: %,d found in %.1f s with %d searches and %d queries"
                        + " (floor %d together); %,d in step after %.1f s with %d more calls"
                        + " (floor %d)%n",
                changed / 2 * 2,
                marked,
                found,
                searches,
                queries,
                floor,
                synced,
                seconds(start),
                installation.crmCalls() - searches - queries,
                pages(changed, 100)
                        + pages(changed, 2_000)
                        + pages(changed / 2, 100)
                        + pages(changed / 2, 200));
    }

    private static int drain(Installation installation) {
        int synced = 0;
        for (int i = 0; i < RUNS_MAX; i++) {
            List<RecordKey> due =
                    installation.store.overdue(Instant.now().plusSeconds(1), Duration.ZERO, 1_000);
            if (due.isEmpty()) {
                break;
            }
            for (int from = 0; from < due.size(); from += 1_000) {
                installation.sync.run(due.subList(from, Math.min(from + 1_000, due.size())));
            }
            synced += due.size();
        }
        return synced;
    }

    private static void drift(Installation installation) {
        installation.forgetCounts();
        long start = System.nanoTime();
        int runs = installation.sweepAll();
        System.out.printf(
                "Drift counted over all links in %d runs, %.1f s: %,d requests, %.0f read units;"
                        + " resident at most %d MB%n",
                runs,
                seconds(start),
                installation.meter.requests(),
                installation.meter.readUnits(),
                Resident.mostMegabytes());
    }

    private static void whole(Installation installation) {
        installation.forgetCursors();
        installation.forgetCounts();
        long cpu = CpuTime.nanos();
        long start = System.nanoTime();
        int runs = 0;
        int marked = 0;
        List<Instant> before = List.of();
        List<Instant> reached = cursors(installation);
        try (LiveHeap heap = new LiveHeap()) {
            while (runs < RUNS_MAX
                    && !isThrough(installation, reached)
                    && !reached.equals(before)) {
                before = reached;
                marked += installation.catchUp.run().marked();
                reached = cursors(installation);
                runs++;
            }
            if (!isThrough(installation, reached)) {
                System.out.println("The pass stands still before it is through: " + reached);
            }
            int records = installation.contacts.size;
            System.out.printf(
                    "Whole pass in %d runs, %.1f s: %,d searches and %,d queries (floor %,d and"
                            + " %,d), %,d other calls; %,d found to look at%n",
                    runs,
                    seconds(start),
                    installation.hubspot.searches,
                    installation.salesforce.queries,
                    pages(records, 200),
                    pages(records, 2_000),
                    installation.crmCalls()
                            - installation.hubspot.searches
                            - installation.salesforce.queries,
                    marked);
            storage(installation, cpu, heap);
        }
    }

    private static void storage(Installation installation, long cpu, LiveHeap heap) {
        System.out.printf(
                "  %.1f s of processor; %,d DynamoDB requests, %,.0f write and %,.0f read units;"
                        + " live on the heap at most %d MB, resident at most %d MB%n",
                (CpuTime.nanos() - cpu) / 1e9,
                installation.meter.requests(),
                installation.meter.writeUnits(),
                installation.meter.readUnits(),
                heap.mostMegabytes(),
                Resident.mostMegabytes());
    }

    /** Those that were changed come after all others, and none of these is left then. */
    private static boolean isThrough(Installation installation, List<Instant> reached) {
        GeneratedContacts contacts = installation.contacts;
        return reached.get(0).isAfter(contacts.lastOriginal(Side.HUBSPOT))
                && reached.get(1).isAfter(contacts.lastOriginal(Side.SALESFORCE));
    }

    private static List<Instant> cursors(Installation installation) {
        return List.of(
                installation.cursors.cursor("contact", Side.HUBSPOT),
                installation.cursors.cursor("contact", Side.SALESFORCE));
    }

    private static int pages(int records, int each) {
        return (records + each - 1) / each;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
