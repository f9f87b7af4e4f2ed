package io.crosswalk.mapping;

import io.crosswalk.hubspot.AccountZone;
import io.crosswalk.hubspot.HubspotClient;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.MappingStore.ObjectSettings;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Conversion;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.Limits;
import io.crosswalk.rules.OptionGroups;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceClient;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans in force. A plan is made anew when the object's version has moved, which costs one
 * small read to know, and when the CRMs' metadata may have.
 */
@ApplicationScoped
public class MappingPlans {
    /** A changed option list or length is noticed after this at the latest. */
    private static final Duration METADATA_MAX_AGE = Duration.ofMinutes(5);

    private final MappingStore store;
    private final CrmMetadata metadata;
    private final OwnerPairs owners;
    private final ZoneId zone;
    private final Clock clock;
    private final Map<String, Made> plans = new ConcurrentHashMap<>();
    private final Map<String, Made> plansOfHints = new ConcurrentHashMap<>();

    /** With the days of UTC. */
    public MappingPlans(
            MappingStore store, HubspotClient hubspot, SalesforceClient salesforce, Clock clock) {
        this(store, hubspot, salesforce, AccountZone.named(""), clock);
    }

    /**
     * @param zone in which a moment is of a day
     */
    @Inject
    public MappingPlans(
            MappingStore store,
            HubspotClient hubspot,
            SalesforceClient salesforce,
            AccountZone zone,
            Clock clock) {
        this.store = store;
        this.metadata = new CrmMetadata(hubspot, salesforce, clock);
        this.owners = new OwnerPairs(hubspot, salesforce, clock, METADATA_MAX_AGE);
        this.zone = zone.orUtc();
        this.clock = clock;
    }

    private record Made(MappingPlan plan, long version, Instant at) {}

    /**
     * @throws io.crosswalk.records.CrmUnavailable if a CRM's metadata is needed and cannot be had
     */
    public MappingPlan plan(ObjectPair object) {
        return plan(object, store.settings(object.name()));
    }

    /**
     * Null where sync is switched off: then the CRMs are asked nothing.
     *
     * @throws io.crosswalk.records.CrmUnavailable as {@link #plan}
     */
    public @Nullable MappingPlan planInForce(ObjectPair object) {
        ObjectSettings settings = store.settings(object.name());
        return settings.syncEnabled() ? plan(object, settings) : null;
    }

    /**
     * What hints are held against: the one that is in force here, else one for which nobody is
     * asked who is who. Owners' values cannot be converted by it, which no hint needs.
     *
     * @throws io.crosswalk.records.CrmUnavailable as {@link #plan}
     */
    public MappingPlan planOfHints(ObjectPair object) {
        ObjectSettings settings = store.settings(object.name());
        return isCurrent(plans.get(object.name()), settings)
                ? plan(object, settings)
                : plan(plansOfHints, object, settings, () -> Colleagues.NONE);
    }

    private MappingPlan plan(ObjectPair object, ObjectSettings settings) {
        return plan(plans, object, settings, this::people);
    }

    private boolean isCurrent(@Nullable Made made, ObjectSettings settings) {
        return made != null
                && made.version() == settings.version()
                && !made.at().plus(METADATA_MAX_AGE).isBefore(clock.instant());
    }

    /**
     * @param people who is who; null if nobody may say
     */
    private MappingPlan plan(
            Map<String, Made> kept,
            ObjectPair object,
            ObjectSettings settings,
            Supplier<@Nullable Colleagues> people) {
        Made made = kept.get(object.name());
        if (made == null || !isCurrent(made, settings)) {
            boolean moved = made != null && made.version() != settings.version();
            // Who has changed a mapping may have changed a CRM's metadata for it a moment before.
            ObjectMetadata known = moved ? metadata.fresh(object) : metadata.of(object);
            List<Mapping> mappings = store.mappings(object.name());
            List<PlannedField> fields = fields(mappings, known, people);
            MappingPlan plan =
                    new MappingPlan(
                            object,
                            settings.syncEnabled(),
                            settings.linking(),
                            Beginnings.of(settings.version(), mappings),
                            fields,
                            unplanned(mappings, fields));
            made = new Made(plan, settings.version(), clock.instant());
            kept.put(object.name(), made);
        }
        return made.plan().pausing(settings.paused());
    }

    /** All of an object, for which no CRM is asked. */
    public List<Mapping> mappings(ObjectPair object) {
        return store.mappings(object.name());
    }

    /** The plan that was in force last, which may be out of date; null if none was made here. */
    public @Nullable MappingPlan latest(ObjectPair object) {
        Made made = plans.getOrDefault(object.name(), plansOfHints.get(object.name()));
        return made == null ? null : made.plan();
    }

    /** Has the next plan made anew, after metadata was found changed. */
    public void forget(ObjectPair object) {
        plans.remove(object.name());
        plansOfHints.remove(object.name());
    }

    private List<PlannedField> fields(
            List<Mapping> mappings, ObjectMetadata known, Supplier<@Nullable Colleagues> people) {
        List<PlannedField> planned = new ArrayList<>();
        for (Mapping mapping : mappings) {
            HubspotProperty property = known.property(mapping.hubspotProperty());
            SalesforceField field = known.field(mapping.salesforceField());
            // What does not sync, or whose property or field is gone, is not read either.
            if (mapping.syncRule() != SyncRule.DONT_SYNC && property != null && field != null) {
                Stages stages = Stages.of(property, mappings);
                PlannedField made = planned(mapping, property, field, stages, people);
                if (made != null) {
                    planned.add(made);
                }
            }
        }
        return planned;
    }

    private static List<Mapping> unplanned(List<Mapping> mappings, List<PlannedField> planned) {
        Set<String> ids = new HashSet<>();
        planned.forEach(field -> ids.add(field.mapping().id()));
        return mappings.stream()
                .filter(mapping -> mapping.syncRule() != SyncRule.DONT_SYNC)
                .filter(mapping -> !ids.contains(mapping.id()))
                .toList();
    }

    /** Null if the types do not fit any more, or the app may not read who the owners are. */
    private @Nullable PlannedField planned(
            Mapping mapping,
            HubspotProperty property,
            SalesforceField field,
            @Nullable Stages stages,
            Supplier<@Nullable Colleagues> people) {
        if (Compatibility.fitOfTypes(property, field) == Fit.MISMATCH) {
            return null;
        }
        HubspotType hubspotType = Compatibility.typeOf(property);
        SalesforceType salesforceType = Compatibility.typeOf(field);
        if (CompanyReference.isProperty(property)) {
            return PlannedField.ofCompany(
                    mapping, hubspotType, new CompanyReference(limits(field)));
        }
        boolean owner = StandardMappings.isOwner(mapping);
        Colleagues colleagues = owner ? people.get() : Colleagues.NONE;
        if (colleagues == null) {
            return null;
        }
        Map<String, String> pairs = owner ? colleagues.pairs() : mapping.optionPairs();
        boolean only = owner || UnknownOptions.onlyPaired(property);
        Limits ofProperty = limits(property);
        Limits its = limits(field);
        // A stage's id is no stage of Salesforce's, also where the picklist takes any text.
        Limits ofField = stages == null ? its : its.withOnly(its.options());
        return new PlannedField(
                mapping,
                hubspotType,
                salesforceType,
                Conversion.between(
                        hubspotType,
                        salesforceType,
                        only ? OwnerPairs.only(ofProperty, pairs.keySet()) : ofProperty,
                        only ? OwnerPairs.only(ofField, pairs.values()) : ofField,
                        pairs,
                        stages == null ? OptionGroups.NONE : stages.pipelines(),
                        zone),
                null,
                stages,
                owner ? colleagues : null);
    }

    /** Null without the scope for owners: one mapping waits for it, and not all of the object. */
    private @Nullable Colleagues people() {
        try {
            return owners.colleagues();
        } catch (CrmUnavailable e) {
            if (e.lacksScope()) {
                return null;
            }
            throw e;
        }
    }

    private static Limits limits(HubspotProperty property) {
        boolean enumeration = property.type().equals("enumeration");
        Set<String> options = new HashSet<>();
        if (enumeration) {
            property.options().forEach(option -> options.add(option.value()));
        }
        return new Limits(
                property.type().equals("string") ? Limits.HUBSPOT_TEXT_LENGTH : 0,
                0,
                0,
                false,
                enumeration,
                options,
                property.readOnly());
    }

    private static Limits limits(SalesforceField field) {
        Set<String> options = new HashSet<>();
        field.picklistValues().stream()
                .filter(SalesforceField.PicklistValue::active)
                .forEach(value -> options.add(value.value()));
        boolean integer = field.type().equals("int") || field.type().equals("long");
        return new Limits(
                field.length(),
                field.precision(),
                field.scale(),
                integer,
                field.restrictedPicklist(),
                options,
                !field.updateable());
    }
}
