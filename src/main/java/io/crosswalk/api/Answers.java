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

    @Schema(requiredProperties = {"items", "next"})
    record ObjectPage(
            List<ObjectsResource.ObjectView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record MappingPage(List<MappingView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record PropertyPage(List<PropertyView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record FieldPage(List<FieldView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record PartnerPage(
            List<MetadataResource.PartnerView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record DifferencePage(
            List<DifferencesResource.LinkDifferencesView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record LastWritePage(
            List<LastWritesResource.LastWriteView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record RulePage(
            List<RulesResource.RuleView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record StatusPage(
            List<StatusesResource.StatusView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record ProblemPage(List<ProblemView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record EntryPage(List<EntryView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record RunPage(List<RunView> items, @Schema(nullable = true) @Nullable String next) {}

    @Schema(requiredProperties = {"items", "next"})
    record FoundRecordPage(
            List<RecordView.FoundRecordView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
