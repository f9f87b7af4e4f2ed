package io.crosswalk.api;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import io.crosswalk.salesforce.SalesforceId;
import io.crosswalk.sync.ManualLinks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is known of one record: its partner, and whether anything is left to do for it. */
@Path("/api/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Unavailable", responseCode = "503")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class LinksResource {
    private static final String SALESFORCE_ID = "salesforceId";
    private static final String A_SALESFORCE_ID =
            "a record id of 15 letters and digits, or of 18 of which the last three check the"
                    + " others";

    private final RecordStore store;
    private final ManualLinks links;
    private final Clock clock;

    LinksResource(RecordStore store, ManualLinks links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param salesforceId null while it has no partner
     * @param state QUIET, DUE, WRITING or WAITING
     * @param dueSince since when there is something to look at; null when quiet
     * @param lookAt when it is looked at next, if it waits
     * @param acknowledgedFields how many mapped fields have met this link
     * @param parkedMappings mappings whose present values could not be written
     * @param goneFrom sides on which the record was deleted
     */
    public record LinkView(
            String object,
            String hubspotId,
            @Schema(nullable = true) @Nullable String salesforceId,
            Link.State state,
            @Schema(nullable = true) @Nullable Instant dueSince,
            @Schema(nullable = true) @Nullable Instant lookAt,
            int attempts,
            int acknowledgedFields,
            Set<String> parkedMappings,
            Set<Side> goneFrom) {}

    @GET
    @Path("/{object}/{hubspotId}")
    @Operation(summary = "A HubSpot record's link and what is left to do for it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public LinkView link(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        return view(known(ObjectsResource.known(object), hubspotId));
    }

    @POST
    @Path("/{object}/{hubspotId}/resync")
    @Operation(
            summary = "Have a record looked at now, as a whole",
            description =
                    "Values that could not be written are tried again, and a missing partner is"
                            + " made where the object's settings have that. Nothing is filled: for"
                            + " that there are backfills.")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RestResponse<LinkView> resync(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        ObjectPair pair = ObjectsResource.known(object);
        Link link = known(pair, hubspotId);
        store.mark(
                link.partnerId() == null
                        ? Map.of(link.key(), List.of(MatchKey.asked(link.key(), clock.instant())))
                        : Map.of(link.key(), List.of()));
        link.parked().keySet().forEach(id -> store.retry(link.key(), id));
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, view(known(pair, hubspotId)))
                .build();
    }

    private Link known(ObjectPair pair, String hubspotId) {
        RecordKey key = RecordKey.hubspot(pair.name(), hubspotId);
        Link link = Parameters.isRecordId(hubspotId) ? store.load(List.of(key)).get(key) : null;
        if (link == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "Crosswalk has not heard of this HubSpot record. A change of a mapped property,"
                            + " or the next reconcile, makes it known.");
        }
        return link;
    }

    @PUT
    @Path("/{object}/{hubspotId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Link a HubSpot record to a Salesforce record",
            description =
                    "Both must be there, and neither may have another partner. The two are looked"
                            + " at within moments; what they hold is acknowledged, not written.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Requests.LinkWanted.class),
                            examples = @ExampleObject(name = "link", value = Examples.LINK)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "LinkedOtherwise", responseCode = "409")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "NoSuchRecord", responseCode = "422")
    public LinkView link(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            InputStream body) {
        ObjectPair pair = ObjectsResource.known(object);
        Members members = Members.of(Trees.json(Bodies.text(body)), Set.of(SALESFORCE_ID));
        String salesforceId = SalesforceId.named(members.text(SALESFORCE_ID));
        if (!SalesforceId.isWritten(salesforceId)) {
            throw Members.malformed(SALESFORCE_ID, A_SALESFORCE_ID);
        }
        refuseNoId(hubspotId);
        links.link(pair, hubspotId, salesforceId);
        return link(object, hubspotId);
    }

    @DELETE
    @Path("/{object}/{hubspotId}")
    @Operation(
            summary = "Part a HubSpot record from its Salesforce record",
            description =
                    "Nothing is written to either. The two are not matched by their fields again"
                            + " until they are linked by hand, or the HubSpot record names the"
                            + " other one. With 'salesforceId' only if that still is its"
                            + " partner.")
    @APIResponse(responseCode = "204")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "LinkedOtherwise", responseCode = "409")
    @APIResponse(ref = "NoSuchRecord", responseCode = "422")
    public void unlink(
            @PathParam("object") String object,
            @PathParam("hubspotId") String hubspotId,
            @QueryParam("salesforceId") @Nullable String salesforceId) {
        ObjectPair pair = ObjectsResource.known(object);
        refuseNoId(hubspotId);
        String wanted = salesforceId == null ? null : SalesforceId.named(salesforceId);
        if (wanted != null && !SalesforceId.isWritten(wanted)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter 'salesforceId' is " + A_SALESFORCE_ID + ".");
        }
        links.unlink(pair, hubspotId, wanted);
    }

    private static boolean isMapping(String id) {
        return !id.startsWith(Link.BESIDE) && !id.equals(Link.ANY_MAPPING);
    }

    static void refuseNoId(String hubspotId) {
        if (!hubspotId.matches("\\d{1,18}")) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED, "A HubSpot record's id is a whole number.");
        }
    }

    static LinkView view(Link link) {
        return new LinkView(
                link.key().object(),
                link.key().recordId(),
                link.partnerId(),
                link.due().state(),
                link.due().since(),
                link.due().at(),
                link.due().attempts(),
                (int) link.base().keySet().stream().filter(LinksResource::isMapping).count(),
                link.parked().keySet().stream()
                        .filter(LinksResource::isMapping)
                        .collect(Collectors.toCollection(TreeSet::new)),
                link.gone());
    }
}
