package io.crosswalk.api;

import io.crosswalk.records.Difference;
import io.crosswalk.records.Difference.Reason;
import io.crosswalk.records.RecordStore;
import io.crosswalk.records.RecordStore.LinkPage;
import io.crosswalk.records.RecordStore.LinkSummary;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The linked records whose sides differ, and why. */
@Path("/api/objects/{object}/differences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class DifferencesResource {
    /** What one call reads of the index at most, in pages of as many links as were asked for. */
    private static final int PAGES_MAX = 10;

    private final RecordStore records;

    DifferencesResource(RecordStore records) {
        this.records = records;
    }

    /**
     * @param fields at least one; in the order of their mapping ids
     */
    public record LinkDifferencesView(
            String hubspotId, String salesforceId, List<FieldDifferenceView> fields) {}

    /**
     * @param explained whether Crosswalk knows why they differ, and it is as it should be
     * @param since when a look found it first, for this reason
     */
    public record FieldDifferenceView(
            String mappingId, Reason reason, boolean explained, Instant since) {}

    @GET
    @Operation(
            summary = "The linked records whose sides differ, and why",
            description =
                    "As the last look at each record found it; what was written a moment ago may be"
                            + " missing. A call reads a bounded number of links: a page may be short or"
                            + " empty and still have a 'next'. Only a 'next' of null is the end.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.DifferencePage.class),
                            examples = @ExampleObject(name = "one", value = Examples.DIFFERENCES)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page<LinkDifferencesView> differences(
            @PathParam("object") String object,
            @QueryParam("reason") @Parameter(schema = @Schema(implementation = Reason.class))
                    @Nullable String reason,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        String name = ObjectsResource.known(object).name();
        int max = Parameters.limit(limit);
        Reason wanted = Parameters.constant("reason", reason, Reason.values());
        String id = Parameters.id("mapping", mapping);
        @Nullable String from = Parameters.after(cursor(name), after);
        List<LinkDifferencesView> items = new ArrayList<>();
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            LinkPage page = records.links(name, max - items.size(), from);
            for (LinkSummary link : page.items()) {
                List<FieldDifferenceView> fields = fields(link.differences(), wanted, id);
                if (!fields.isEmpty()) {
                    items.add(
                            new LinkDifferencesView(
                                    link.key().recordId(), link.partnerId(), fields));
                }
            }
            from = page.next();
            if (from == null || items.size() >= max) {
                break;
            }
        }
        return new Page<>(items, from);
    }

    private static List<FieldDifferenceView> fields(
            Map<String, Difference> differences, @Nullable Reason wanted, @Nullable String id) {
        List<FieldDifferenceView> fields = new ArrayList<>();
        new TreeMap<>(differences)
                .forEach(
                        (mappingId, difference) -> {
                            Reason reason = difference.reason();
                            if ((wanted == null || wanted == reason)
                                    && (id == null || id.equals(mappingId))) {
                                fields.add(
                                        new FieldDifferenceView(
                                                mappingId,
                                                reason,
                                                reason.explained(),
                                                difference.since()));
                            }
                        });
        return fields;
    }

    /** A shard of the index, and the link in it that the page before ended with. */
    private static Predicate<String> cursor(String object) {
        return Pattern.compile("[0-9]~(" + object + "/hubspot/[0-9A-Za-z]{1,40})?")
                .asMatchPredicate();
    }
}
