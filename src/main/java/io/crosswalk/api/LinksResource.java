package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Link;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.RecordStore;
import io.crosswalk.rules.Side;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of one record: its partner, and whether anything is left to do for it. */
@Path("/api/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinksResource {
    private final RecordStore store;

    LinksResource(RecordStore store) {
        this.store = store;
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
            @Nullable String salesforceId,
            Link.State state,
            @Nullable Instant dueSince,
            @Nullable Instant lookAt,
            int attempts,
            int acknowledgedFields,
            Set<String> parkedMappings,
            Set<Side> goneFrom) {}

    @GET
    @Path("/{object}/{hubspotId}")
    @Operation(summary = "A HubSpot record's link and what is left to do for it")
    public LinkView link(
            @PathParam("object") String object, @PathParam("hubspotId") String hubspotId) {
        ObjectPair pair = ObjectsResource.known(object);
        RecordKey key = RecordKey.hubspot(pair.name(), hubspotId);
        Link link = JournalResource.isId(hubspotId) ? store.load(List.of(key)).get(key) : null;
        if (link == null) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "Crosswalk has not heard of this HubSpot record. A change of a mapped property,"
                            + " or the next reconcile, makes it known.");
        }
        return view(link);
    }

    private static LinkView view(Link link) {
        return new LinkView(
                link.key().object(),
                link.key().recordId(),
                link.partnerId(),
                link.due().state(),
                link.due().since(),
                link.due().at(),
                link.due().attempts(),
                link.base().size(),
                new TreeSet<>(link.parked().keySet()),
                link.gone());
    }
}
