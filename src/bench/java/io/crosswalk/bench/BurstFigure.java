package io.crosswalk.bench;

import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CRM calls per changed record in bursts, both ways, in batches as large as the deployed stream
 * gives them, beside the fewest that the CRMs' own limits allow. The whole way over HTTP is
 * src/bench/Burst.java's.
 */
final class BurstFigure {
    private static final int BATCH = 600;

    private BurstFigure() {}

    /**
     * @param args sizes of bursts; 1, 10, 100 and 1,000 without any
     */
    static void print(String[] args) throws Exception {
        List<Integer> sizes =
                args.length == 0
                        ? List.of(1, 10, 100, 1_000)
                        : List.of(args).stream().map(Integer::parseInt).toList();
        int most = sizes.stream().mapToInt(Integer::intValue).max().orElse(1);
        try (DynamoProcess process = DynamoProcess.start()) {
            Instant made = Instant.now().minus(Duration.ofDays(1));
            Installation installation =
                    new Installation(process, new GeneratedContacts(most, 15, made), LinksKept.STORED);
            installation.link();
            for (int size : sizes) {
                for (Side side : Side.values()) {
                    burst(installation, side, size);
                }
            }
        }
    }

    private static void burst(Installation installation, Side side, int size) {
        List<Integer> contacts = IntStream.range(0, size).boxed().toList();
        List<Hint> hints = installation.edit(side, contacts, "burst of " + size + " " + side + " ");
        for (int from = 0; from < size; from += 100) {
            installation.intake.accept(hints.subList(from, Math.min(size, from + 100)));
        }
        installation.forgetCounts();
        for (int from = 0; from < size; from += BATCH) {
            List<Integer> batch = contacts.subList(from, Math.min(size, from + BATCH));
            installation.sync.run(Installation.keys(batch));
        }
        int reads = installation.hubspot.reads + installation.salesforce.reads;
        int writes = installation.hubspot.writes + installation.salesforce.writes;
        int floor =
                GeneratedHubspot.calls(size, 100)
                        + GeneratedHubspot.calls(size, 2_000)
                        + GeneratedHubspot.calls(size, side == Side.HUBSPOT ? 200 : 100);
        System.out.printf(
                "%,6d records changed in %-10s: %d reads + %d writes = %.4f calls per record, floor"
                        + " %d = %.4f, %.2f times the floor%n",
                size,
                side,
                reads,
                writes,
                (double) (reads + writes) / size,
                floor,
                (double) floor / size,
                (double) (reads + writes) / floor);
    }
}
