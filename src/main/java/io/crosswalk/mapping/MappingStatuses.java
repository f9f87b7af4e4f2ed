package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.BreakerStore;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.MassChange;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of an object's mappings, from the CRMs' metadata, the mass-change breaker and the
 * open problems.
 */
@ApplicationScoped
public class MappingStatuses {
    private final MappingStore store;
    private final HubspotClient hubspot;
    private final SalesforceClient salesforce;
    private final ProblemStore problems;
    private final BreakerStore breaker;

    public MappingStatuses(
            MappingStore store,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            ProblemStore problems,
            BreakerStore breaker) {
        this.store = store;
        this.hubspot = hubspot;
        this.salesforce = salesforce;
        this.problems = problems;
        this.breaker = breaker;
    }

    /**
     * A mapping held against the metadata.
     *
     * @param signature moves whenever the mapping or something does that decides which values fit:
     *     types, options, limits, permissions, and who is the same person in both CRMs
     */
    public record Assessed(Mapping mapping, List<ProblemCause> findings, String signature) {

        public ProblemPlace place() {
            return ProblemPlace.mapping(
                    mapping.object(),
                    mapping.id(),
                    mapping.hubspotProperty(),
                    mapping.salesforceField());
        }

        private Assessed withoutFindings() {
            return new Assessed(mapping, List.of(), signature);
        }
    }

    /**
     * For the problems that are to be open: while sync of the object is off there are none, as
     * nothing would be checked before it is on again.
     *
     * @throws io.crosswalk.records.CrmUnavailable if a CRM's metadata cannot be had
     */
    public List<Assessed> assess(ObjectPair object) {
        return assess(object, new People());
    }

    /**
     * Who is the same person in both CRMs, asked for once however many objects are assessed with
     * it. Not thread-safe.
     */
    public static final class People {
        private @Nullable Map<String, String> pairs;

        private Map<String, String> between(HubspotClient hubspot, SalesforceClient salesforce) {
            Map<String, String> known = pairs;
            if (known == null) {
                known = OwnerPairs.between(hubspot, salesforce).pairs();
                pairs = known;
            }
            return known;
        }
    }

    /**
     * As {@link #assess(ObjectPair)}, beside other objects.
     *
     * @throws io.crosswalk.records.CrmUnavailable if a CRM's metadata cannot be had
     */
    public List<Assessed> assess(ObjectPair object, People people) {
        List<Mapping> mappings = store.mappings(object.name());
        List<Assessed> assessed = assess(object, mappings, asked(mappings, people));
        return store.settings(object.name()).syncEnabled()
                ? assessed
                : assessed.stream().map(Assessed::withoutFindings).toList();
    }

    /**
     * @param pairs by owner the user who is the same person, for the signature
     * @param hidden whether our app lacks the scope to see owners
     */
    private record Owners(Map<String, String> pairs, boolean hidden) {}

    private Owners asked(List<Mapping> mappings, People people) {
        if (!needPeople(mappings)) {
            return new Owners(Map.of(), false);
        }
        try {
            return new Owners(people.between(hubspot, salesforce), false);
        } catch (CrmUnavailable e) {
            if (e.lacksScope()) {
                return new Owners(Map.of(), true);
            }
            throw e;
        }
    }

    /** As the last check found it: who reads a list does not wait for pages of people. */
    private Owners found(ObjectPair object, List<Mapping> mappings) {
        boolean hidden =
                needPeople(mappings)
                        && problems.ofMappings(object.name()).stream()
                                .anyMatch(problem -> MappingHealth.isOfOwners(problem.cause()));
        return new Owners(Map.of(), hidden);
    }

    private static boolean needPeople(List<Mapping> mappings) {
        return mappings.stream().anyMatch(MappingStatuses::needsPeople);
    }

    private static boolean needsPeople(Mapping mapping) {
        return StandardMappings.isOwner(mapping) && mapping.syncRule() != SyncRule.DONT_SYNC;
    }

    private List<Assessed> assess(ObjectPair object, List<Mapping> mappings, Owners owners) {
        Map<String, HubspotProperty> properties = new HashMap<>();
        hubspot.properties(object.hubspotType()).forEach(p -> properties.put(p.name(), p));
        Map<String, SalesforceField> fields = new HashMap<>();
        salesforce.fields(object.salesforceType()).forEach(f -> fields.put(f.name(), f));
        Map<String, MassChange> paused = new HashMap<>();
        breaker.of(object.name()).stream()
                .filter(state -> state.paused() != null)
                .forEach(state -> paused.put(state.mappingId(), state.paused()));
        boolean currencyLost =
                MappingHealthCurrency.isLost(fields.keySet(), () -> store.mappings(object.name()));
        List<Assessed> assessed = new ArrayList<>();
        for (Mapping mapping : mappings) {
            HubspotProperty property = properties.get(mapping.hubspotProperty());
            SalesforceField field = fields.get(mapping.salesforceField());
            List<String> lookalikes = new ArrayList<>();
            if (property == null) {
                lookalikes.addAll(
                        MappingHealthNames.ofProperty(
                                mapping.hubspotProperty(), properties.values()));
            }
            if (field == null) {
                lookalikes.addAll(
                        MappingHealthNames.ofField(mapping.salesforceField(), fields.values()));
            }
            List<ProblemCause> findings = new ArrayList<>();
            MassChange why = paused.get(mapping.id());
            if (why != null && mapping.syncRule() != SyncRule.DONT_SYNC) {
                findings.add(PausedMappings.cause(mapping, why));
            }
            findings.addAll(
                    MappingHealth.findings(
                            mapping, mapping.optionPairs(), property, field, lookalikes));
            if (currencyLost && property != null && field != null) {
                findings.addAll(MappingHealthCurrency.findings(mapping, field));
            }
            if (property != null && needsCompanies(mapping, property)) {
                findings.add(MappingHealth.companiesOff(mapping));
            }
            if (property != null && owners.hidden() && needsPeople(mapping)) {
                findings.add(MappingHealth.ownersHidden(mapping));
            }
            assessed.add(
                    new Assessed(
                            mapping,
                            findings,
                            MappingHealthSignature.of(
                                    mapping,
                                    property,
                                    field,
                                    StandardMappings.isOwner(mapping)
                                            ? owners.pairs()
                                            : Map.of())));
        }
        return assessed;
    }

    private boolean needsCompanies(Mapping mapping, HubspotProperty property) {
        return mapping.syncRule() != SyncRule.DONT_SYNC
                && CompanyReference.isProperty(property)
                && !store.settings(CompanyReference.COMPANY).syncEnabled();
    }

    /**
     * In the order of the mappings, standard ones first.
     *
     * @throws io.crosswalk.records.CrmUnavailable if a CRM's metadata cannot be had
     */
    public List<MappingStatus> of(ObjectPair object) {
        List<Mapping> mappings = store.mappings(object.name());
        return of(object, assess(object, mappings, found(object, mappings)));
    }

    /**
     * Of one mapping, without counting the problems of all others.
     *
     * @throws io.crosswalk.records.CrmUnavailable if a CRM's metadata cannot be had
     */
    public MappingStatus of(ObjectPair object, Mapping mapping) {
        List<Mapping> alone = List.of(mapping);
        return of(object, assess(object, alone, found(object, alone))).get(0);
    }

    public List<MappingStatus> of(ObjectPair object, List<Assessed> assessed) {
        // What a mapping that does not sync any more left behind is closed by the next check.
        List<String> ids =
                assessed.stream()
                        .map(Assessed::mapping)
                        .filter(mapping -> mapping.syncRule() != SyncRule.DONT_SYNC)
                        .map(Mapping::id)
                        .toList();
        Map<String, Integer> counts = problems.countOfRecords(object.name(), ids);
        return assessed.stream()
                .map(
                        one ->
                                MappingStatus.of(
                                        one.mapping().id(),
                                        one.findings(),
                                        counts.getOrDefault(one.mapping().id(), 0)))
                .toList();
    }
}
