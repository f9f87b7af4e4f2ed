package io.crosswalk.console;

import io.crosswalk.api.MappingView;
import io.crosswalk.api.MappingsResource;
import io.crosswalk.api.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The versions of a mapping, which its panel asks for once they are opened. */
@Path("/pages/objects/{object}/mappings/{id}/versions")
@Produces(MediaType.TEXT_HTML)
public class VersionsPages {
    private static final String PAGE = "20";

    private final MappingsResource mappings;

    VersionsPages(MappingsResource mappings) {
        this.mappings = mappings;
    }

    /**
     * @param versions newest first
     * @param older to pass for those before; null if there are none
     */
    public record VersionsList(
            String object, String id, List<MappingView> versions, @Nullable String older) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance versions(VersionsList list);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance versions(
            @PathParam("object") String object,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after) {
        Page<MappingView> page = mappings.versions(object, id, PAGE, Forms.given(after));
        return Templates.versions(new VersionsList(object, id, page.items(), page.next()));
    }
}
