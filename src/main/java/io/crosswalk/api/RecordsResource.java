package io.crosswalk.api;

import io.crosswalk.api.RecordView.FoundRecordView;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ObjectPair;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Records as both CRMs hold them now, and why. */
@Path("/api/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Records")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class RecordsResource {
    private static final int WORDS_MAX = 200;

    /** What {@code next} says: how many were found before. */
    private static final Predicate<String> CURSOR =
            Pattern.compile("[0-9]{1,6}").asMatchPredicate();

    private final Records records;
    private final RecordSearch search;

    RecordsResource(Records records, RecordSearch search) {
        this.records = records;
        this.search = search;
    }

    @GET
    @Path("/{object}/{id}")
    @Operation(
            summary = "One record as a whole: both sides' mapped values, in step or not, and why",
            description =
                    "By HubSpot's id, or by Salesforce's. Costs a call to each CRM, within the"
                            + " budgets; a side that is not read says why. Values are shown and"
                            + " never logged. 'last' is the newest journal entry of a field.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public RecordView record(@PathParam("object") String object, @PathParam("id") String id) {
        ObjectPair pair = ObjectsResource.known(object);
        if (!Records.isSalesforceId(id) && !id.matches("[0-9]{1,20}")) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "The path ends in a record's id: HubSpot's number, or Salesforce's 15 or 18"
                            + " letters and digits.");
        }
        return records.view(pair, id);
    }

    @GET
    @Operation(
            summary = "Records found by name, e-mail address, domain, phone number or id",
            description =
                    "As HubSpot's own search box finds them, which shows changes some moments late;"
                            + " ids of either CRM are looked up themselves. Costs a search, within"
                            + " the budget.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Answers.FoundRecordPage.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "CrmRefused", responseCode = "422")
    public Page<FoundRecordView> find(
            @QueryParam("object") @Parameter(required = true) @Nullable String object,
            @QueryParam("q") @Parameter(required = true) @Nullable String words,
            @QueryParam("limit") @Parameter(ref = OpenApi.LIMIT) @Nullable String limit,
            @QueryParam("after") @Parameter(ref = OpenApi.AFTER) @Nullable String after) {
        if (object == null || words == null || words.isBlank()) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MISSING,
                    "Name an 'object', and in 'q' what to look for: a name, an e-mail address, a"
                            + " domain, or an id.");
        }
        if (words.length() > WORDS_MAX || words.codePoints().anyMatch(Character::isISOControl)) {
            throw Parameters.malformed("q", "a text of at most " + WORDS_MAX + " characters");
        }
        String from = Parameters.after(CURSOR, after);
        int max = Parameters.limit(limit);
        if (from != null && Integer.parseInt(from) + max > RecordSearch.FOUND_MAX) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "HubSpot's search ends with the 10,000th record, and 'after' leads beyond it."
                            + " Search for more words.");
        }
        return search.find(ObjectsResource.known(object), words.strip(), max, from);
    }
}
