package io.crosswalk.bench;

import io.crosswalk.records.Hint;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * DynamoDB requests and capacity units per change, beside the minimum: one write of the hint, one
 * read, one acknowledgement, each of an item as large as the link's.
 */
final class DynamoFigure {
    private static final int RECORDS = 400;

    private DynamoFigure() {}

    /**
     * @param args "all" for the parts of each figure too
     */
    static void print(String[] args) throws Exception {
        boolean parts = List.of(args).contains("all");
        System.out.println(
                "DynamoDB per change (a mapped field of a linked record), read consistently");
        for (int mappings : new int[] {15, 50, 500}) {
            try (DynamoProcess process = DynamoProcess.start()) {
                int records = mappings > 50 ? RECORDS / 2 : RECORDS;
                Instant made = Instant.now().minus(Duration.ofDays(1));
                Installation installation =
                        new Installation(process, new GeneratedContacts(records, mappings, made), LinksKept.STORED);
                installation.link();
                // The first of all makes the plan, and leases calls.
                change(installation, Side.HUBSPOT, List.of(0), "warm ");
                for (Side side : Side.values()) {
                    one(installation, side, parts);
                    batch(installation, side, 100, parts);
                }
            }
        }
    }

    private static void one(Installation installation, Side side, boolean parts) {
        installation.forgetCounts();
        int changes = 10;
        for (int i = 1; i <= changes; i++) {
            change(installation, side, List.of(i), "one ");
        }
        tell(installation, side, "one at a time", changes, parts);
    }

    private static void batch(Installation installation, Side side, int records, boolean parts) {
        List<Integer> contacts = new ArrayList<>();
        for (int i = 100; i < 100 + records; i++) {
            contacts.add(i);
        }
        installation.forgetCounts();
        change(installation, side, contacts, "many ");
        tell(installation, side, records + " at a time", records, parts);
    }

    /** Edit, webhook, stream, sync, and the event that tells of our own write. */
    static void change(Installation installation, Side side, List<Integer> contacts, String value) {
        List<Hint> hints = installation.edit(side, contacts, value + side + " ");
        if (side == Side.HUBSPOT) {
            installation.intake.accept(hints);
        } else {
            // Salesforce tells of one record at a time.
            hints.forEach(hint -> installation.intake.accept(List.of(hint)));
        }
        installation.sync.run(Installation.keys(contacts));
        List<Hint> echoes =
                contacts.stream()
                        .map(c -> Installation.echo(side.other(), c, value + side + " "))
                        .toList();
        if (side == Side.HUBSPOT) {
            echoes.forEach(hint -> installation.intake.accept(List.of(hint)));
        } else {
            installation.intake.accept(echoes);
        }
    }

    private static void tell(
            Installation installation, Side side, String how, int changes, boolean parts) {
        DynamoMeter meter = installation.meter;
        double kilobytes = Math.ceil(installation.contacts.mappings.size() * 46 / 1024.0);
        System.out.printf(
                "%3d mappings, %-10s %-16s %6.2f requests, %6.2f write units, %6.2f read units"
                        + " (minimum 3, %.0f, %.0f); %.3f CRM calls%n",
                installation.contacts.mappings.size(),
                side,
                how,
                (double) meter.requests() / changes,
                meter.writeUnits() / changes,
                meter.readUnits() / changes,
                2 * kilobytes,
                Math.ceil(kilobytes / 4),
                (double) installation.crmCalls() / changes);
        if (parts) {
            meter.print(changes);
        }
    }
}
