package io.crosswalk.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Pages as the OpenAPI document describes them: an annotation cannot name a {@code
 * Page<EntryView>}. What is answered is a {@link Page}; a test compares the two.
 */
final class Answers {
    private Answers() {}

    record ObjectPage(
            List<ObjectsResource.ObjectView> items,
            @Schema(nullable = true) @Nullable String next) {}

    record MappingPage(List<MappingView> items, @Schema(nullable = true) @Nullable String next) {}

    record PropertyPage(List<PropertyView> items, @Schema(nullable = true) @Nullable String next) {}

    record FieldPage(List<FieldView> items, @Schema(nullable = true) @Nullable String next) {}

    record PartnerPage(
            List<MetadataResource.PartnerView> items,
            @Schema(nullable = true) @Nullable String next) {}

    record DifferencePage(
            List<DifferencesResource.LinkDifferencesView> items,
            @Schema(nullable = true) @Nullable String next) {}

    record LastWritePage(
            List<LastWritesResource.LastWriteView> items,
            @Schema(nullable = true) @Nullable String next) {}

    record RulePage(
            List<RulesResource.RuleView> items, @Schema(nullable = true) @Nullable String next) {}

    record StatusPage(
            List<StatusesResource.StatusView> items,
            @Schema(nullable = true) @Nullable String next) {}

    record ProblemPage(List<ProblemView> items, @Schema(nullable = true) @Nullable String next) {}

    record EntryPage(List<EntryView> items, @Schema(nullable = true) @Nullable String next) {}

    record RunPage(List<RunView> items, @Schema(nullable = true) @Nullable String next) {}

    record FoundRecordPage(
            List<RecordView.FoundRecordView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
