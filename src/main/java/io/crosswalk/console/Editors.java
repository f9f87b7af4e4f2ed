package io.crosswalk.console;

import io.crosswalk.console.Editor.Choice;
import io.crosswalk.console.Editor.Example;
import io.crosswalk.console.Editor.RuleChoice;
import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import io.crosswalk.mapping.CrmMetadata;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.ObjectMetadata;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.CrmUnavailable;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Fit;
import io.crosswalk.rules.Note;
import io.crosswalk.rules.RuleExample;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.SalesforceField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what the panel shows. */
@ApplicationScoped
class Editors {
    private final Mappings mappings;
    private final CrmMetadata metadata;

    Editors(Mappings mappings, CrmMetadata metadata) {
        this.mappings = mappings;
        this.metadata = metadata;
    }

    Editor fresh(ObjectPair object) {
        ObjectConfiguration now = mappings.of(object);
        if (!now.syncEnabled()) {
            throw new Refusal(
                    RefusalCode.OBJECT_SYNC_OFF,
                    "Sync of object '"
                            + object.name()
                            + "' is off. Turn it on, then add mappings to it.");
        }
        Choice choice = choice(object, "", "", SyncRule.PREFER_SALESFORCE_UNLESS_BLANK, Fill.NONE);
        return new Editor(MappingLists.view(object, now), null, choice, Pairing.none(object));
    }

    Editor of(ObjectPair object, String id) {
        ObjectConfiguration now = mappings.of(object);
        Mapping mapping = mappings.get(object, id);
        Known known = known(object, mapping.hubspotProperty(), mapping.salesforceField());
        Editor.Existing existing =
                new Editor.Existing(
                        mapping.id(),
                        MappingRow.property(
                                mapping.hubspotProperty(),
                                known.property(mapping.hubspotProperty())),
                        MappingRow.field(
                                mapping.salesforceField(), known.field(mapping.salesforceField())),
                        mapping.version(),
                        mapping.standard());
        return new Editor(
                MappingLists.view(object, now),
                existing,
                choice(
                        object,
                        mapping.hubspotProperty(),
                        mapping.salesforceField(),
                        mapping.syncRule(),
                        mapping.fill()),
                pairing(object, known, mapping));
    }

    private static Pairing pairing(ObjectPair object, Known known, Mapping mapping) {
        return StandardMappings.isOwner(mapping)
                ? Pairing.none(object)
                : Pairing.of(
                        object,
                        known.property(mapping.hubspotProperty()),
                        known.field(mapping.salesforceField()),
                        mapping.optionPairs());
    }

    /**
     * @param away why there is no metadata; null if there is
     */
    private record Known(@Nullable ObjectMetadata metadata, @Nullable String away) {
        @Nullable HubspotProperty property(String name) {
            return metadata == null ? null : metadata.property(name);
        }

        @Nullable SalesforceField field(String name) {
            return metadata == null ? null : metadata.field(name);
        }
    }

    /** What is mapped can be set to Don't sync even while a CRM is away. */
    private Known known(ObjectPair object, String property, String field) {
        try {
            return new Known(metadata.of(object), null);
        } catch (CrmUnavailable e) {
            if (mapped(object, property, field).isEmpty()) {
                throw e;
            }
            return new Known(
                    null,
                    MappingLists.sentence(e)
                            + " Until then the mapping can only be set to ‘"
                            + SyncRule.DONT_SYNC.label()
                            + "’.");
        }
    }

    /** Of a pair that is not mapped yet. */
    Pairing pairing(ObjectPair object, String property, String field) {
        ObjectMetadata known = metadata.of(object);
        return Pairing.of(object, known.property(property), known.field(field), Map.of());
    }

    /**
     * @param property the name of the chosen property; empty for none
     * @param field likewise
     */
    Choice choice(ObjectPair object, String property, String field, SyncRule rule, Fill fill) {
        Known known = known(object, property, field);
        HubspotProperty one = known.property(property);
        SalesforceField other = known.field(field);
        Map<String, String> pairs =
                mapped(object, property, field).map(Mapping::optionPairs).orElse(Map.of());
        ExampleValues values = ExampleValues.of(one, other, pairs);
        List<RuleExample> all = RuleExample.of(rule, values.hubspot(), values.salesforce());
        return new Choice(
                object.name(),
                known.away() == null ? mismatch(object, one, other) : known.away(),
                !property.isEmpty() && !field.isEmpty(),
                one != null && other != null && Compatibility.fit(one, other) == Fit.EXTENDED,
                Stream.of(SyncRule.values())
                        .map(it -> rule(it, whyNot(it, property, field, known), rule))
                        .toList(),
                all.stream().filter(it -> !it.situation().isAligned()).map(Editors::told).toList(),
                new Editor.Filling(
                        fill == Fill.ALIGN,
                        beginsToAlign(object, property, field, rule),
                        all.stream()
                                .filter(it -> it.situation().isAligned())
                                .map(Editors::told)
                                .toList()));
    }

    /** A pair that is not mapped yet begins in any case. */
    private boolean beginsToAlign(ObjectPair object, String property, String field, SyncRule rule) {
        MappingChoice aligned = new MappingChoice(rule, Fill.ALIGN, Map.of());
        return mapped(object, property, field)
                .map(it -> it.choice().beginsToAlign(aligned))
                .orElse(true);
    }

    /** The owner's standard mapping stands outside of the rules for types. */
    private @Nullable String mismatch(
            ObjectPair object, @Nullable HubspotProperty one, @Nullable SalesforceField other) {
        if (one == null
                || other == null
                || mapped(object, one.name(), other.name()).filter(Mapping::standard).isPresent()) {
            return null;
        }
        Refusal refusal = Compatibility.refusal(object, one, other);
        return refusal == null ? null : refusal.getMessage();
    }

    private Optional<Mapping> mapped(ObjectPair object, String property, String field) {
        return mappings.of(object).ofPair(property, field);
    }

    private static RuleChoice rule(SyncRule rule, @Nullable String why, SyncRule chosen) {
        return new RuleChoice(MappingRow.Rule.of(rule), rule.summary(), why, rule == chosen);
    }

    /** Why a rule cannot be used for the two; null if it can, or if they are yet to be chosen. */
    private static @Nullable String whyNot(
            SyncRule rule, String property, String field, Known known) {
        if (rule == SyncRule.DONT_SYNC || property.isEmpty() || field.isEmpty()) {
            return null;
        }
        if (known.away() != null) {
            return "Cannot be checked while a CRM is away.";
        }
        HubspotProperty one = known.property(property);
        SalesforceField other = known.field(field);
        if (one == null || other == null) {
            return (one == null ? "HubSpot" : "Salesforce") + " shows no such name any more.";
        }
        Refusal refusal = Compatibility.refusal(one, other, rule);
        return refusal == null ? null : refusal.getMessage();
    }

    private static Example told(RuleExample example) {
        Decision decision = example.decision();
        Side written = decision.writes();
        return new Example(
                example.given(),
                example.outcome(),
                written == null ? "" : written.name().toLowerCase(Locale.ROOT),
                decision.note() == Note.NONE
                        ? ""
                        : decision.note().name().toLowerCase(Locale.ROOT));
    }
}
