package io.crosswalk.console;

import io.crosswalk.console.MappingsPage.Pages;
import io.crosswalk.mapping.KnownObjects;
import io.crosswalk.mapping.LastWrites;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.Mappings;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.records.ObjectPair;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An object's mappings, and whether it is synced at all. */
@Path("/pages/objects/{object}")
@Produces(MediaType.TEXT_HTML)
public class MappingsPages {
    private final MappingLists lists;
    private final Mappings mappings;
    private final LastWrites writes;
    private final Clock clock;

    MappingsPages(MappingLists lists, Mappings mappings, LastWrites writes, Clock clock) {
        this.lists = lists;
        this.mappings = mappings;
        this.writes = writes;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mappings(MappingsPage page);

        static native TemplateInstance lastWrites(List<LastWrite> writes);

        static native TemplateInstance toggle(MappingsPage.ObjectView object);

        static native TemplateInstance toggled(MappingsPage.ObjectView object);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance mappings(
            @PathParam("object") String object,
            @QueryParam("search") @Nullable String search,
            @QueryParam("status") @Nullable String status,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable String page) {
        ObjectPair pair = KnownObjects.named(object);
        MappingFilter filter = MappingFilter.of(search, status, rule, sort);
        return Templates.mappings(lists.page(pair, filter, number(page)));
    }

    /** What is no page's number is the first. */
    private static int number(@Nullable String page) {
        return page != null && page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
    }

    /** Asked for when the list stands: the journal is looked into for every mapping of it. */
    @GET
    @Path("/last-writes")
    @Operation(hidden = true)
    public TemplateInstance lastWrites(
            @PathParam("object") String object, @QueryParam("id") List<String> ids) {
        ObjectPair pair = KnownObjects.named(object);
        Set<String> wanted = Set.copyOf(ids.subList(0, Math.min(ids.size(), Pages.SIZE)));
        List<String> shown =
                mappings.of(pair).mappings().stream()
                        .map(Mapping::id)
                        .filter(wanted::contains)
                        .toList();
        LastWrites.Found last = writes.of(pair.name(), shown);
        Instant now = clock.instant();
        return Templates.lastWrites(
                shown.stream().map(id -> LastWrite.of(pair.name(), id, last, now)).toList());
    }

    /** Asks before sync is turned on or off. */
    @GET
    @Path("/sync")
    @Operation(hidden = true)
    public TemplateInstance ask(@PathParam("object") String object) {
        ObjectPair pair = KnownObjects.named(object);
        return Templates.toggle(MappingLists.view(pair, mappings.of(pair)));
    }

    @PUT
    @Path("/sync")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> toggle(
            @PathParam("object") String object, @FormParam("enabled") boolean enabled) {
        ObjectPair pair = KnownObjects.named(object);
        ObjectConfiguration now = mappings.toggle(pair, enabled);
        return Answers.done(Templates.toggled(MappingLists.view(pair, now)));
    }
}
