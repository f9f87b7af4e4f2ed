package io.crosswalk.console;

import io.crosswalk.api.EntryView;
import io.crosswalk.api.JournalResource;
import io.crosswalk.api.LinksResource;
import io.crosswalk.api.Page;
import io.crosswalk.api.RecordView;
import io.crosswalk.api.RecordsResource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Records: found, shown side by side, looked at again. */
@Path("/pages/records")
@Produces(MediaType.TEXT_HTML)
public class RecordsPages {
    private static final String FOUND = "20";
    private static final String ENTRIES = "20";

    private final RecordsResource records;
    private final JournalResource journal;
    private final LinksResource links;

    RecordsPages(RecordsResource records, JournalResource journal, LinksResource links) {
        this.records = records;
        this.journal = journal;
        this.links = links;
    }

    /**
     * @param words what was looked for; "" before anything was
     * @param found null before anything was looked for
     * @param more the query of the next page's link; null on the last
     */
    public record SearchPage(
            List<Choice> objects,
            String words,
            @Nullable List<RecordView.FoundRecordView> found,
            @Nullable String more) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance records(SearchPage page);

        static native TemplateInstance record(RecordPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance search(
            @QueryParam("object") @Nullable String object,
            @QueryParam("q") @Nullable String words,
            @QueryParam("after") @Nullable String after) {
        String in = Objects.requireNonNullElse(Forms.given(object), "contact");
        String wanted = Forms.given(words);
        if (wanted == null) {
            return Templates.records(new SearchPage(Choice.eachObject(in), "", null, null));
        }
        Page<RecordView.FoundRecordView> found =
                records.find(in, wanted, FOUND, Forms.given(after));
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("object", in);
        query.put("q", wanted);
        query.put("after", found.next());
        return Templates.records(
                new SearchPage(
                        Choice.eachObject(in),
                        wanted,
                        found.items(),
                        found.next() == null ? null : Forms.query(query)));
    }

    @GET
    @Path("/{object}/{id}")
    @Operation(hidden = true)
    public TemplateInstance record(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @QueryParam("show") @Nullable String show,
            @QueryParam("after") @Nullable String after) {
        RecordView record = records.record(object, id);
        Page<EntryView> entries =
                record.hubspotId() == null
                        ? new Page<>(List.of(), null)
                        : journal.entries(
                                object,
                                record.hubspotId(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                ENTRIES,
                                Forms.given(after));
        return Templates.record(RecordPage.of(record, show, entries, Forms.given(after) == null));
    }

    @POST
    @Path("/{object}/{hubspotId}/resync")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> resync(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        links.resync(object, hubspotId);
        return Answers.changed("The record is due, and looked at within moments as a whole.");
    }
}
