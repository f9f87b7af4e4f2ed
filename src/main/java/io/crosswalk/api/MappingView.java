package io.crosswalk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as the API shows it.
 *
 * @param syncRule the rule's name: {@code TWO_WAY}
 * @param syncRuleLabel the rule as HubSpot prints it: {@code Two-way}
 * @param fill what first contact of a record does: {@code none} or {@code align}
 * @param optionPairs HubSpot option to Salesforce value
 * @param standard shipped, and then not deletable
 * @param version to pass in {@code If-Match}; the journal names the one that decided
 * @param savedAt null for a standard mapping as it was shipped
 * @param notice what else there is to do, in the answer that made or changed it; else absent
 */
public record MappingView(
        String id,
        String hubspotProperty,
        String salesforceField,
        @Schema(ref = "SyncRule") String syncRule,
        String syncRuleLabel,
        @Schema(enumeration = {"none", "align"}) String fill,
        Map<String, String> optionPairs,
        boolean standard,
        long version,
        @Schema(nullable = true) @Nullable Instant savedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(extensions = @Extension(name = RequiredMembers.ABSENT, value = "true"))
                @Nullable String notice) {

    static MappingView of(Mapping mapping) {
        return new MappingView(
                mapping.id(),
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                mapping.syncRule().name(),
                mapping.syncRule().label(),
                MappingBody.text(mapping.fill()),
                mapping.optionPairs(),
                mapping.standard(),
                mapping.version(),
                mapping.savedAt(),
                null);
    }

    private static final String ALIGNED_NEXT = "Each record is aligned when it is looked at next. ";

    /** One that was just made, and how to bring records in step that nobody edits. */
    static MappingView made(Mapping mapping) {
        return mapping.fill() == Fill.ALIGN && mapping.syncRule() != SyncRule.DONT_SYNC
                ? with(mapping, ALIGNED_NEXT + howToAlign(mapping.object(), mapping.id()))
                : of(mapping);
    }

    /** One that was just changed, likewise if it aligns and did not before, or did not sync. */
    static MappingView changed(MappingChoice before, Mapping mapping) {
        String notice = onChange(before, mapping.choice(), mapping.object(), mapping.id());
        return notice == null ? of(mapping) : with(mapping, notice);
    }

    /** Null where there is nothing that people would not expect. */
    static @Nullable String onChange(
            MappingChoice before, MappingChoice after, String object, String id) {
        if (!before.beginsToAlign(after) || after.syncRule() == SyncRule.DONT_SYNC) {
            return null;
        }
        // Where it did not sync records meet anew, as with one that is made.
        return (before.syncRule() == SyncRule.DONT_SYNC
                        ? ALIGNED_NEXT
                        : "Records that were looked at before stay as they are until somebody"
                                + " edits them. ")
                + howToAlign(object, id);
    }

    private static String howToAlign(String object, String id) {
        return "To see what would change, and to align all records now: POST /api/backfills"
                + " {\"object\": \""
                + object
                + "\", \"mappings\": [\""
                + id
                + "\"], \"fill\": \"align\"}.";
    }

    private static MappingView with(Mapping mapping, String notice) {
        MappingView view = of(mapping);
        return new MappingView(
                view.id,
                view.hubspotProperty,
                view.salesforceField,
                view.syncRule,
                view.syncRuleLabel,
                view.fill,
                view.optionPairs,
                view.standard,
                view.version,
                view.savedAt,
                notice);
    }
}
