package io.crosswalk.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.api.PlanView;
import io.crosswalk.api.PlanView.ChangeView;
import io.crosswalk.api.PlanView.ChoiceView;
import io.crosswalk.api.PlanView.ObjectView;
import io.crosswalk.api.PlanView.RefusalView;
import io.crosswalk.mapping.ConfigurationPlan.Toggle;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.rules.SyncRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a page shows it.
 *
 * @param csv whether it is of a CSV, of which what is not refused can be applied
 * @param sent what the apply button sends, so that nothing else is applied than what is shown: the
 *     objects' versions, the digest of the document, and the lines that are left out
 * @param moved labels of objects that changed since the document was loaded: applying it undoes
 *     that, so a person has to say that it shall
 * @param loaded the versions that the page goes on with
 */
public record PlanPage(
        PlanView plan,
        boolean csv,
        List<ObjectDiff> objects,
        String sent,
        List<String> moved,
        String loaded) {

    /** From one word to another. */
    public record Step(String from, String to) {}

    public record ObjectDiff(
            String object,
            String label,
            @Nullable Step toggle,
            @Nullable Step linking,
            List<ChangeLine> changes,
            List<RefusalView> refusals) {}

    /**
     * @param kind {@code create}, {@code update} or {@code delete}
     * @param notice what else there is to do once it is applied; null if nothing
     */
    public record ChangeLine(
            String kind,
            String sign,
            String verb,
            String property,
            String field,
            boolean standard,
            List<Facet> facets,
            @Nullable String notice) {}

    /** One thing about a mapping, before and after; null where there is none. */
    public record Facet(String name, @Nullable String before, @Nullable String after) {}

    /**
     * @param loaded the versions that the document began with
     */
    static PlanPage of(PlanView plan, PlannedText document, LoadedVersions loaded) {
        List<String> moved = plan.applied() ? List.of() : loaded.moved(plan.versions());
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.put("planned", document.digest());
        sent.put("versions", new LoadedVersions(plan.versions()).text());
        if (!moved.isEmpty()) {
            sent.put("anyway", "true");
        }
        if (document.isCsv() && plan.refusalCount() > 0) {
            sent.put("skips", skipped(plan));
        }
        return new PlanPage(
                plan,
                document.isCsv(),
                plan.objects().stream().map(PlanPage::diff).filter(PlanPage::says).toList(),
                sent.toString(),
                moved,
                (plan.applied() ? loaded.with(plan.versions()) : loaded).text());
    }

    /** The lines of a CSV that are refused. */
    static String skipped(PlanView plan) {
        return Stream.concat(
                        plan.unread().stream(),
                        plan.objects().stream().flatMap(it -> it.refusals().stream()))
                .map(RefusalView::line)
                .filter(Objects::nonNull)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    public boolean applicable() {
        return !plan.applied() && plan.changeCount() > 0 && (csv || plan.refusalCount() == 0);
    }

    public String title() {
        String changes =
                plan.changeCount() == 1
                        ? "1 change"
                        : Shown.grouped(plan.changeCount()) + " changes";
        if (plan.applied()) {
            return "Applied: " + changes;
        }
        return plan.changeCount() == 0 && plan.refusalCount() == 0
                ? "Nothing would change"
                : "Plan: " + changes;
    }

    private static boolean says(ObjectDiff diff) {
        return diff.toggle() != null
                || diff.linking() != null
                || !diff.changes().isEmpty()
                || !diff.refusals().isEmpty();
    }

    private static ObjectDiff diff(ObjectView object) {
        Toggle toggle = object.toggle();
        PlanView.LinkingView linking = object.linking();
        return new ObjectDiff(
                object.object(),
                ObjectPairs.named(object.object()).map(ObjectTab::label).orElse(object.object()),
                toggle == null ? null : new Step(onOff(toggle.from()), onOff(toggle.to())),
                linking == null ? null : new Step(policy(linking.from()), policy(linking.to())),
                object.changes().stream().map(PlanPage::line).toList(),
                object.refusals());
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static String policy(PlanView.PolicyView policy) {
        return "matching " + policy.matching() + ", create " + policy.create();
    }

    private static ChangeLine line(ChangeView change) {
        String kind =
                switch (change.action()) {
                    case CREATE -> "create";
                    case UPDATE -> "update";
                    case DELETE -> "delete";
                };
        String sign =
                switch (change.action()) {
                    case CREATE -> "+";
                    case UPDATE -> "~";
                    case DELETE -> "−";
                };
        String verb =
                switch (change.action()) {
                    case CREATE -> "Make";
                    case UPDATE -> "Change";
                    case DELETE -> "Delete";
                };
        return new ChangeLine(
                kind,
                sign,
                verb,
                change.hubspotProperty(),
                change.salesforceField(),
                change.standard(),
                facets(change.before(), change.after()),
                change.notice());
    }

    private static List<Facet> facets(@Nullable ChoiceView before, @Nullable ChoiceView after) {
        Map<String, String> from = facets(before);
        Map<String, String> to = facets(after);
        List<Facet> facets = new ArrayList<>();
        for (String name : List.of("rule", "fill", "pairs")) {
            String one = from.get(name);
            String other = to.get(name);
            if (one == null ? other != null : !one.equals(other)) {
                facets.add(new Facet(name, one, other));
            }
        }
        return facets;
    }

    private static Map<String, String> facets(@Nullable ChoiceView choice) {
        Map<String, String> facets = new TreeMap<>();
        if (choice != null) {
            facets.put("rule", SyncRule.valueOf(choice.syncRule()).label());
            facets.put("fill", choice.fill());
            if (!choice.optionPairs().isEmpty()) {
                facets.put(
                        "pairs",
                        new TreeMap<>(choice.optionPairs())
                                .entrySet().stream()
                                        .map(it -> it.getKey() + " ↔ " + it.getValue())
                                        .collect(Collectors.joining(", ")));
            }
        }
        return facets;
    }
}
