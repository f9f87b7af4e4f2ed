package io.crosswalk.backfill;

import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.backfill.RunOrder.UndoEntries;
import io.crosswalk.backfill.RunOrder.UndoMapping;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.Quoted;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.Journal;
import io.crosswalk.records.JournalEntry;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Whether what a person asks for can be done; refuses it before anything is stored. */
@ApplicationScoped
public class RunChecks {
    private final Mappings mappings;
    private final HubspotClient hubspot;
    private final Journal journal;

    public RunChecks(Mappings mappings, HubspotClient hubspot, Journal journal) {
        this.mappings = mappings;
        this.hubspot = hubspot;
        this.journal = journal;
    }

    /**
     * @throws Refusal if it cannot be done
     */
    void check(RunOrder order) {
        ObjectPair object = ObjectPairs.named(order.object()).orElseThrow();
        if (!mappings.of(object).syncEnabled()) {
            throw new Refusal(
                    RefusalCode.OBJECT_SYNC_OFF,
                    "Sync of object '" + object.name() + "' is off. Turn it on first.");
        }
        if (order instanceof Backfill backfill) {
            backfill.mappings().forEach(id -> checkSynced(mappings.get(object, id)));
            if (backfill.filter().property() != null) {
                checkProperty(object, backfill.filter().property().property());
                checkSearch(object, backfill.filter());
            }
        } else if (order instanceof UndoMapping undo) {
            // A deleted mapping is known by its versions; the preview says what can be done.
            mappings.versions(object, undo.mapping(), null, 1);
        } else if (order instanceof UndoEntries undo) {
            checkEntries(undo);
        }
    }

    /**
     * Whoever lets an aligning run go, or go on, has seen what the rules of then would do.
     *
     * @throws Refusal {@link RefusalCode#RUN_STATE} if a mapping that it covers has another rule or
     *     other pairs by now
     */
    void checkAsPreviewed(Run run) {
        checkAsPreviewed(run, () -> mappings.of(run.object()).mappings());
    }

    /** Likewise, for whoever may not ask for the whole configuration. */
    static void checkAsPreviewed(Run run, Supplier<List<Mapping>> mappings) {
        if (!(run.order() instanceof Backfill order) || order.fill() != Fill.ALIGN) {
            return;
        }
        for (Mapping now : mappings.get()) {
            RunPreview.OfMapping counted = run.preview().mappings().get(now.id());
            if (counted != null
                    && run.preview().covers(now.id(), order)
                    && !counted.rule().isEmpty()
                    && !counted.rule().equals(now.choice().ruleStamp())) {
                throw new Refusal(
                        RefusalCode.RUN_STATE,
                        "Mapping '"
                                + now.id()
                                + "' was changed since the preview; ask for a new one.");
            }
        }
    }

    private static void checkSynced(Mapping mapping) {
        if (mapping.syncRule() == SyncRule.DONT_SYNC) {
            throw new Refusal(
                    RefusalCode.MAPPING_NOT_SYNCED,
                    "Mapping '"
                            + mapping.id()
                            + "' is set to Don't sync. Choose another rule for it first, or leave it"
                            + " out.");
        }
    }

    private void checkProperty(ObjectPair object, String name) {
        boolean known =
                hubspot.properties(object.hubspotType()).stream()
                        .anyMatch(property -> property.name().equals(name));
        if (!known) {
            throw new Refusal(
                    RefusalCode.PROPERTY_NOT_FOUND,
                    "HubSpot has no property "
                            + Quoted.name(name)
                            + " for "
                            + object.hubspotType()
                            + ", or hides it. Filter by another one.");
        }
    }

    /**
     * A search that HubSpot refuses would be refused for ever; one that it cannot make now waits.
     */
    private void checkSearch(ObjectPair object, Filter filter) {
        try {
            hubspot.search(
                    object.hubspotType(),
                    RunSources.filters(object, filter, ""),
                    RunSources.ID,
                    Set.of(),
                    1,
                    null);
        } catch (CrmUnavailable e) {
            if (e.isRefused()) {
                throw new Refusal(
                        RefusalCode.FILTER_REFUSED,
                        e.getMessage()
                                + ". Check that the operator and the values fit the property's"
                                + " type.");
            }
        }
    }

    private void checkEntries(UndoEntries undo) {
        Set<JournalEntry.Key> missing = new HashSet<>(undo.entries());
        journal.load(undo.entries()).forEach(entry -> missing.remove(entry.key()));
        if (!missing.isEmpty()) {
            JournalEntry.Key one = missing.iterator().next();
            throw new Refusal(
                    RefusalCode.JOURNAL_ENTRY_NOT_FOUND,
                    "The journal of HubSpot record "
                            + Quoted.name(one.link().recordId())
                            + " has no entry "
                            + Quoted.name(one.at())
                            + ". 'at' is an entry's 'id' in GET /api/journal.");
        }
    }
}
