package io.crosswalk.bench;

import io.crosswalk.budget.AmpleBudget;
import io.crosswalk.budget.Governor;
import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.mapping.BreakerConfig;
import io.crosswalk.mapping.DynamoMappingStore;
import io.crosswalk.mapping.HubspotScopes;
import io.crosswalk.mapping.MappingConfig;
import io.crosswalk.mapping.MappingPlans;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.reconcile.CatchUp;
import io.crosswalk.reconcile.Cursors;
import io.crosswalk.reconcile.Differences;
import io.crosswalk.reconcile.DriftConfig;
import io.crosswalk.reconcile.DriftSweep;
import io.crosswalk.reconcile.HubspotCatchUp;
import io.crosswalk.reconcile.OverwrittenEdits;
import io.crosswalk.reconcile.PageCalls;
import io.crosswalk.reconcile.ReconcileConfig;
import io.crosswalk.reconcile.SalesforceCatchUp;
import io.crosswalk.reconcile.StoredCursors;
import io.crosswalk.records.DriftFigure;
import io.crosswalk.records.DynamoArrivals;
import io.crosswalk.records.DynamoAwaitedPartners;
import io.crosswalk.records.DynamoBreakerStore;
import io.crosswalk.records.DynamoDriftStore;
import io.crosswalk.records.DynamoJournal;
import io.crosswalk.records.DynamoMatchNotes;
import io.crosswalk.records.DynamoProblemStore;
import io.crosswalk.records.DynamoRecordStore;
import io.crosswalk.records.DynamoTables;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Hint;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.StorageConfig;
import io.crosswalk.records.StoredLinks;
import io.crosswalk.records.StoredTallies;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Breaker;
import io.crosswalk.sync.HintIntake;
import io.crosswalk.sync.LookListener;
import io.crosswalk.sync.SyncBatch;
import io.crosswalk.sync.SyncConfig;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The production classes put together as the container does, over DynamoDB Local. */
final class Installation {
    private static final StorageConfig STORAGE = Settings.of(StorageConfig.class);

    final DynamoMeter meter = new DynamoMeter();
    final GeneratedContacts contacts;
    final GeneratedHubspot hubspot;
    final GeneratedSalesforce salesforce;
    final DynamoRecordStore store;
    final SyncBatch sync;
    final HintIntake intake;
    final CatchUp catchUp;
    final DriftSweep sweep;
    final Cursors cursors;
    private final DynamoDriftStore drift;
    private final LinksKept kept;
    private final DynamoDbClient local;
    private final Fingerprints fingerprints =
            new Fingerprints(Settings.FINGERPRINT_KEY.getBytes(StandardCharsets.UTF_8));

    Installation(DynamoProcess process, GeneratedContacts contacts, LinksKept kept) {
        this.contacts = contacts;
        this.kept = kept;
        hubspot = new GeneratedHubspot(contacts);
        salesforce = new GeneratedSalesforce(contacts);
        local = process.client(meter);
        new DynamoTables(local, STORAGE).create();
        DynamoDbClient dynamo = client(process);
        Clock clock = Clock.systemUTC();
        store = new DynamoRecordStore(dynamo, STORAGE, clock);
        cursors = StoredCursors.in(dynamo, STORAGE);
        MappingStore mappings =
                new GeneratedMappings(
                        new DynamoMappingStore(
                                dynamo, STORAGE, Settings.of(MappingConfig.class)),
                        contacts.mappings);
        MappingPlans plans = new MappingPlans(mappings, hubspot, salesforce, clock);
        Governor governor = AmpleBudget.governor(dynamo, STORAGE, clock);
        DynamoJournal journal = new DynamoJournal(dynamo, STORAGE);
        drift = new DynamoDriftStore(dynamo, STORAGE);
        DynamoProblemStore problems = new DynamoProblemStore(dynamo, STORAGE, clock);
        sync =
                new SyncBatch(
                        store,
                        journal,
                        problems,
                        new DynamoMatchNotes(dynamo, STORAGE),
                        new DynamoAwaitedPartners(dynamo, STORAGE),
                        plans,
                        new ScopeProblems(
                                new HubspotScopes(mappings, hubspot, new SaidAccess()),
                                problems,
                                clock),
                        hubspot,
                        salesforce,
                        new Breaker(
                                new DynamoBreakerStore(dynamo, STORAGE),
                                drift,
                                problems,
                                Settings.of(BreakerConfig.class),
                                clock),
                        fingerprints,
                        STORAGE,
                        StoredTallies.in(dynamo, STORAGE),
                        Settings.of(SyncConfig.class),
                        governor,
                        LookListener.NONE,
                        clock,
                        new SplittableRandom(1));
        intake = new HintIntake(store, journal, plans, fingerprints, hubspot, STORAGE);
        ReconcileConfig pace = Settings.of(ReconcileConfig.class);
        Differences differences = new Differences(fingerprints);
        PageCalls calls = new PageCalls(governor);
        catchUp =
                new CatchUp(
                        store,
                        plans,
                        new HubspotCatchUp(
                                hubspot,
                                store,
                                cursors,
                                differences,
                                new OverwrittenEdits(
                                        hubspot, cursors, fingerprints, calls, pace, clock),
                                calls,
                                pace,
                                clock),
                        new SalesforceCatchUp(
                                salesforce, store, cursors, differences, calls, pace, clock),
                        cursors,
                        new DynamoArrivals(dynamo, STORAGE),
                        pace,
                        clock);
        sweep = new DriftSweep(store, mappings, drift, Settings.of(DriftConfig.class), clock);
    }

    private DynamoDbClient client(DynamoProcess process) {
        return switch (kept) {
            case STORED -> local;
            case GENERATED ->
                    new GeneratedLinks(
                            process, meter, contacts, fingerprints, STORAGE.recordsTable());
        };
    }

    /** All contacts linked, with bases, as a first look leaves them; and counted. */
    void link() {
        switch (kept) {
            case STORED -> {
                storeLinks();
                sweepAll();
            }
            case GENERATED -> drift.publish("contact", allInStep());
        }
    }

    private void storeLinks() {
        StoredLinks links = new StoredLinks(local, STORAGE);
        for (int i = 0; i < contacts.size; i++) {
            links.add(
                    GeneratedContacts.key(i),
                    GeneratedContacts.salesforceId(i),
                    contacts.bases(i, fingerprints));
        }
        links.flush();
    }

    /** What a sweep over them would count. */
    private DriftFigure allInStep() {
        Instant now = Instant.now();
        long fields = (long) contacts.size * contacts.mappings.size();
        return new DriftFigure(now, now, contacts.size, 0, fields, Map.of(), null, List.of());
    }

    /** As after an outage: the next run starts with the oldest record. */
    void forgetCursors() {
        for (Side side : Side.values()) {
            local.deleteItem(
                    b ->
                            b.tableName(STORAGE.configurationTable())
                                    .key(
                                            Map.of(
                                                    "part",
                                                    AttributeValue.fromS("cursors"),
                                                    "name",
                                                    AttributeValue.fromS("contact/" + side))));
        }
    }

    /** Counts the links, which the mass-change breaker holds changes against. */
    int sweepAll() {
        int runs = 0;
        do {
            sweep.run();
            runs++;
        } while (drift.sweep("contact").counted() != null);
        return runs;
    }

    /** A person edits a field of each, and the CRM tells of it. */
    List<Hint> edit(Side side, List<Integer> edited, String value) {
        List<Hint> hints = new ArrayList<>();
        String name = side == Side.HUBSPOT ? GeneratedContacts.PROPERTY : GeneratedContacts.FIELD;
        Instant now = Instant.now();
        for (int contact : edited) {
            contacts.put(side, contact, Map.of(name, value + contact), now);
            hints.add(
                    hint(side, contact, new Hint.Change(name, now, value + contact, true), false));
        }
        return hints;
    }

    /** What a CRM tells of our own write. */
    static Hint echo(Side side, int contact, String value) {
        String name = side == Side.HUBSPOT ? GeneratedContacts.PROPERTY : GeneratedContacts.FIELD;
        return hint(
                side, contact, new Hint.Change(name, Instant.now(), value + contact, true), true);
    }

    private static Hint hint(Side side, int contact, Hint.Change change, boolean ours) {
        return new Hint(
                side,
                side == Side.HUBSPOT ? "contacts" : "Contact",
                side == Side.HUBSPOT
                        ? GeneratedContacts.hubspotId(contact)
                        : GeneratedContacts.salesforceId(contact),
                Hint.Kind.CHANGED,
                List.of(change),
                ours,
                null);
    }

    static List<RecordKey> keys(List<Integer> contacts) {
        return contacts.stream().map(GeneratedContacts::key).toList();
    }

    int crmCalls() {
        return hubspot.reads
                + hubspot.writes
                + hubspot.searches
                + salesforce.reads
                + salesforce.writes
                + salesforce.queries;
    }

    void forgetCounts() {
        meter.forget();
        hubspot.reads = 0;
        hubspot.writes = 0;
        hubspot.searches = 0;
        salesforce.reads = 0;
        salesforce.writes = 0;
        salesforce.queries = 0;
    }
}
