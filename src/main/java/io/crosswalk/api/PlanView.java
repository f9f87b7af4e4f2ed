package io.crosswalk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswalk.mapping.ConfigurationPlan;
import io.crosswalk.mapping.ConfigurationPlan.Action;
import io.crosswalk.mapping.ConfigurationPlan.LinkingChange;
import io.crosswalk.mapping.ConfigurationPlan.MappingChange;
import io.crosswalk.mapping.ConfigurationPlan.ObjectPlan;
import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.LinkPolicy;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.RefusalCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a document would change, or has changed.
 *
 * @param applied whether it was done
 * @param versions per object; to say in {@code expect}, or in {@code If-Match} as {@code ETag} has
 *     them, when it is applied
 * @param unread rows of a CSV that say nothing which could be done
 */
@RegisterForReflection
public record PlanView(
        boolean applied,
        int changeCount,
        int refusalCount,
        Map<String, Long> versions,
        List<ObjectView> objects,
        List<RefusalView> unread) {

    /**
     * @param toggle null if sync of the object stays on or off
     * @param linking null if records without a partner are treated as before
     */
    @RegisterForReflection
    @Schema(name = "ObjectPlanView")
    public record ObjectView(
            String object,
            @Schema(nullable = true) ConfigurationPlan.@Nullable Toggle toggle,
            @Schema(nullable = true) @Nullable LinkingView linking,
            List<ChangeView> changes,
            List<RefusalView> refusals) {}

    /**
     * @param id null for a mapping that is to be made
     * @param before null for a mapping that is to be made
     * @param after null for a mapping that is to be deleted
     * @param notice what else there is to do once it is applied; else absent
     */
    @RegisterForReflection
    public record ChangeView(
            Action action,
            @Schema(nullable = true) @Nullable String id,
            String hubspotProperty,
            String salesforceField,
            boolean standard,
            @Schema(nullable = true) @Nullable ChoiceView before,
            @Schema(nullable = true) @Nullable ChoiceView after,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(extensions = @Extension(name = RequiredMembers.ABSENT, value = "true"))
                    @Nullable String notice) {}

    @RegisterForReflection
    public record LinkingView(PolicyView from, PolicyView to) {}

    /** What becomes of records without a partner. */
    @RegisterForReflection
    public record PolicyView(
            @Schema(ref = "Matching") String matching, @Schema(ref = "Creation") String create) {

        static PolicyView of(LinkPolicy policy) {
            return new PolicyView(policy.matching().name(), policy.create().name());
        }
    }

    /** What can be chosen of a mapping. */
    @RegisterForReflection
    public record ChoiceView(
            @Schema(ref = "SyncRule") String syncRule,
            @Schema(enumeration = {"none", "align"}) String fill,
            Map<String, String> optionPairs) {}

    /**
     * @param hubspotProperty null if the object itself is refused, or the row names none
     * @param salesforceField null if the object itself is refused, or the row names none
     * @param line of a CSV, from 1; else null
     */
    @RegisterForReflection
    public record RefusalView(
            RefusalCode code,
            String detail,
            @Schema(nullable = true) @Nullable String hubspotProperty,
            @Schema(nullable = true) @Nullable String salesforceField,
            @Schema(nullable = true) @Nullable Integer line) {}

    static PlanView of(ConfigurationPlan plan) {
        return new PlanView(
                plan.applied(),
                plan.changeCount(),
                plan.refusalCount(),
                plan.versions(),
                plan.objects().stream().map(PlanView::view).toList(),
                plan.unread().stream().map(PlanView::view).toList());
    }

    private static ObjectView view(ObjectPlan plan) {
        return new ObjectView(
                plan.object(),
                plan.toggle(),
                view(plan.linking()),
                plan.changes().stream().map(change -> view(plan.object(), change)).toList(),
                plan.refusals().stream().map(PlanView::view).toList());
    }

    private static @Nullable LinkingView view(@Nullable LinkingChange change) {
        return change == null
                ? null
                : new LinkingView(PolicyView.of(change.from()), PolicyView.of(change.to()));
    }

    private static ChangeView view(String object, MappingChange change) {
        return new ChangeView(
                change.action(),
                change.id(),
                change.hubspotProperty(),
                change.salesforceField(),
                change.standard(),
                view(change.before()),
                view(change.after()),
                notice(object, change));
    }

    private static @Nullable String notice(String object, MappingChange change) {
        MappingChoice before = change.before();
        MappingChoice after = change.after();
        String id = change.id();
        return before == null || after == null || id == null
                ? null
                : MappingView.onChange(before, after, object, id);
    }

    private static @Nullable ChoiceView view(@Nullable MappingChoice choice) {
        return choice == null
                ? null
                : new ChoiceView(
                        choice.syncRule().name(),
                        MappingBody.text(choice.fill()),
                        choice.optionPairs());
    }

    private static RefusalView view(RefusedPart part) {
        return new RefusalView(
                part.code(),
                part.message(),
                part.hubspotProperty(),
                part.salesforceField(),
                part.line());
    }
}
