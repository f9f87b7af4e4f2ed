package io.crosswalk.api;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingStore;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The object pairs and their mappings. */
@Path("/api/objects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
public class ObjectsResource {
    private final MappingStore store;

    ObjectsResource(MappingStore store) {
        this.store = store;
    }

    /**
     * @param mappingCount standard ones included
     */
    public record ObjectView(
            String name,
            String hubspotType,
            String salesforceType,
            boolean syncEnabled,
            int mappingCount) {}

    /**
     * @param syncRule the rule's name: {@code TWO_WAY}
     * @param syncRuleLabel the rule as HubSpot prints it: {@code Two-way}
     */
    public record MappingView(
            String id,
            String hubspotProperty,
            String salesforceField,
            String syncRule,
            String syncRuleLabel,
            String fill,
            boolean standard,
            long version) {}

    @GET
    @Operation(summary = "The pairs of record types that can be kept in step")
    public Page<ObjectView> objects() {
        return new Page<>(ObjectPairs.all().stream().map(this::view).toList(), null);
    }

    private ObjectView view(ObjectPair object) {
        return new ObjectView(
                object.name(),
                object.hubspotType(),
                object.salesforceType(),
                store.settings(object.name()).syncEnabled(),
                store.mappings(object.name()).size());
    }

    @GET
    @Path("/{object}/mappings")
    @Operation(summary = "An object's mappings, standard ones first")
    public Page<MappingView> mappings(
            @PathParam("object") String object,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        int max = Paging.limit(limit);
        List<Mapping> all = store.mappings(known(object).name());
        int from = after == null ? 0 : indexAfter(all, after);
        int to = Math.min(all.size(), from + max);
        String next = to < all.size() ? all.get(to - 1).id() : null;
        return new Page<>(all.subList(from, to).stream().map(ObjectsResource::view).toList(), next);
    }

    private static int indexAfter(List<Mapping> all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        throw new Refusal(
                RefusalCode.PARAMETER_MALFORMED,
                "Parameter 'after' names no mapping of this object. Pass what 'next' said, or start"
                        + " again without it.");
    }

    private static MappingView view(Mapping mapping) {
        return new MappingView(
                mapping.id(),
                mapping.hubspotProperty(),
                mapping.salesforceField(),
                mapping.syncRule().name(),
                mapping.syncRule().label(),
                mapping.fill().name().toLowerCase(java.util.Locale.ROOT),
                mapping.standard(),
                mapping.version());
    }

    static ObjectPair known(String name) {
        return ObjectPairs.named(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.UNKNOWN_OBJECT,
                                        "There is no object of that name. The objects are "
                                                + ObjectPairs.all().stream()
                                                        .map(ObjectPair::name)
                                                        .toList()
                                                + "."));
    }
}
