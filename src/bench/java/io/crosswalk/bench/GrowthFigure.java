package io.crosswalk.bench;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a change costs beside how many records are linked: it must not grow with them. */
final class GrowthFigure {
    private static final int BATCHES = 10;
    private static final int BATCH = 100;
    private static final int MAPPINGS = 15;

    private GrowthFigure() {}

    /**
     * @param args numbers of linked records; 1,000 to 1,000,000 without any; and "stored" if all of
     *     them are to be in DynamoDB Local
     */
    static void print(String[] args) throws Exception {
        LinksKept kept = LinksKept.of(List.of(args));
        List<String> sizes = new ArrayList<>(List.of(args));
        sizes.remove(LinksKept.WORD);
        if (sizes.isEmpty()) {
            sizes.addAll(List.of("1000", "10000", "100000", "1000000"));
        }
        System.out.println("Cost per change, in batches of 100, half of them from each side");
        for (String size : sizes) {
            try (DynamoProcess process = DynamoProcess.start()) {
                print(process, Integer.parseInt(size), kept);
            }
        }
    }

    private static void print(DynamoProcess process, int records, LinksKept kept) {
        long start = System.nanoTime();
        // Long enough ago for the last of a hundred million.
        Instant made = Instant.now().minus(Duration.ofDays(2));
        Installation installation =
                new Installation(process, new GeneratedContacts(records, MAPPINGS, made), kept);
        installation.link();
        double linked = (System.nanoTime() - start) / 1e9;
        for (int i = 0; i < BATCHES; i++) {
            DynamoFigure.change(installation, side(i), spread(records, i), "warm ");
        }
        installation.forgetCounts();
        long cpu = CpuTime.nanos();
        long wall = System.nanoTime();
        for (int i = 0; i < BATCHES; i++) {
            DynamoFigure.change(installation, side(i), spread(records, i), "measured ");
        }
        double changes = BATCHES * BATCH;
        System.out.printf(
                "%,9d linked: %.4f CRM calls, %.2f requests, %.2f write and %.2f read units, %.0f"
                    + " µs of processor (%.0f µs passed) per change; resident at most %d MB (linked"
                    + " in %.0f s)%n",
                records,
                installation.crmCalls() / changes,
                installation.meter.requests() / changes,
                installation.meter.writeUnits() / changes,
                installation.meter.readUnits() / changes,
                (CpuTime.nanos() - cpu) / changes / 1_000,
                (System.nanoTime() - wall) / changes / 1_000,
                Resident.mostMegabytes(),
                linked);
    }

    private static Side side(int batch) {
        return batch % 2 == 0 ? Side.HUBSPOT : Side.SALESFORCE;
    }

    /** Records from everywhere, so that no cache helps. */
    private static List<Integer> spread(int records, int batch) {
        List<Integer> contacts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            contacts.add((int) ((long) (i * BATCHES + batch) * records / (BATCH * BATCHES)));
        }
        return contacts;
    }
}
