package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SandboxChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that the simulated org consists of, wired together. */
final class Org {
    final Store store = new Store();
    final EventQueue queue = new EventQueue();
    final CallCounts counts = new CallCounts();
    final InstantSource clock;
    final SalesforceSettings settings;
    final Faults faults;
    final Quota quota;
    final OrgRules rules;
    final Sessions sessions;
    final ChangeEvents events;
    private Consumer<SandboxChange> listener = change -> {};

    Org(InstantSource clock, long seed, SalesforceSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.faults = new Faults(seed);
        this.quota = new Quota(settings.dailyCalls());
        this.rules = new OrgRules();
        this.sessions = new Sessions(seed, Duration.ofMinutes(settings.sessionMinutes()));
        this.events = new ChangeEvents(queue, faults, seed);
        users();
        Dataset.generate(seed, settings.contacts(), settings.companies(), settings.deals())
                .salesforce()
                .forEach(this::load);
    }

    Transaction begin(Actor actor) {
        return new Transaction(store, rules, faults, actor, clock.instant());
    }

    /** Told of every change; must not wait. */
    void listener(Consumer<SandboxChange> listener) {
        this.listener = listener;
    }

    void commit(Transaction transaction, String origin) {
        for (Change change : transaction.changes()) {
            ToldChanges.of(change, transaction.actor(), clock.instant()).forEach(listener);
        }
        events.publish(
                transaction.changes(), origin, transaction.actor().userId(), clock.instant());
    }

    private void users() {
        Dataset.users().forEach(this::load);
        Map.of(Sessions.INTEGRATION, "Integration", Sessions.OTHER_API, "Loader")
                .forEach(
                        (actor, name) ->
                                load(
                                        new Dataset.Seed(
                                                "User",
                                                actor.userId(),
                                                Map.of(
                                                        "LastName",
                                                        name,
                                                        "Username",
                                                        name + "@crosswalk-sandbox.example",
                                                        "Email",
                                                        name + "@crosswalk-sandbox.example",
                                                        "IsActive",
                                                        "true"),
                                                Dataset.END)));
    }

    /** A record as it was before anybody looked: without events, rules or permissions. */
    private void load(Dataset.Seed seed) {
        SObject type = store.table(seed.type()).type();
        @Nullable Object[] values = new @Nullable Object[type.fields().size()];
        for (Field field : type.fields()) {
            if (field.type() == FieldType.BOOLEAN && field.stored()) {
                values[field.slot()] = false;
            }
            if (field.has("auto")) {
                values[field.slot()] = "C-" + seed.id().substring(11, 15);
            }
        }
        seed.values()
                .forEach(
                        (name, text) -> {
                            Field field = type.field(name);
                            if (field.stored()) {
                                values[field.slot()] =
                                        Input.parse(field, Json.NODES.textNode(text), null);
                            }
                        });
        if (seed.type().equals("User")) {
            userDefaults(seed, type, values);
        }
        Instant at = seed.createdAt().truncatedTo(ChronoUnit.SECONDS);
        for (String stamp : List.of("CreatedDate", "LastModifiedDate", "SystemModstamp")) {
            values[type.field(stamp).slot()] = at;
        }
        for (String by : List.of("CreatedById", "LastModifiedById")) {
            values[type.field(by).slot()] = Sessions.PERSON.userId();
        }
        if (seed.type().equals("Opportunity")) {
            Stages.follow(type, null, values, false, at);
        }
        store.put(new Row(type, seed.id(), values, false));
    }

    private static void userDefaults(Dataset.Seed seed, SObject type, @Nullable Object[] values) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("Alias", seed.id().substring(10, 15));
        defaults.put("TimeZoneSidKey", "Europe/Paris");
        defaults.put("LocaleSidKey", "en_US");
        defaults.put("LanguageLocaleKey", "en_US");
        defaults.put("UserType", "Standard");
        defaults.forEach((name, value) -> values[type.field(name).slot()] = value);
    }

    /** Sizes, for the control resource. */
    ObjectNode sizes() {
        ObjectNode sizes = Json.node();
        store.tables().forEach(table -> sizes.put(table.type().name(), table.size()));
        return sizes;
    }
}
