package io.crosswalk.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The shell: the same document for every path, without data. What it shows is asked for by its
 * script, with the user's token.
 */
@Path("/console")
public class ShellResource {
    private final Assets assets;
    private final ConsoleConfig config;
    private final Profile profile;

    ShellResource(Assets assets, ConsoleConfig config, Profile profile) {
        this.assets = assets;
        this.config = config;
        this.profile = profile;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance shell(Shell shell);
    }

    @GET
    @Path("{path:.*}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance shell() {
        return Templates.shell(Shell.of(assets, config, profile.isSimulated()));
    }

    /**
     * Named by its content, an asset may be kept for ever; else browsers ask whether it changed.
     */
    @GET
    @Path("assets/{name}")
    @Operation(hidden = true)
    public Response asset(
            @PathParam("name") String name,
            @QueryParam("v") @Nullable String version,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Assets.Asset asset = assets.find(name);
        if (asset == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        boolean current = asset.version().equals(version);
        EntityTag tag = new EntityTag(asset.version());
        Response.ResponseBuilder answer =
                known != null && known.contains(asset.version())
                        ? Response.notModified(tag)
                        : Response.ok(asset.bytes(), asset.type()).tag(tag);
        return answer.header(
                        HttpHeaders.CACHE_CONTROL,
                        current ? "public, max-age=31536000, immutable" : "no-cache")
                .build();
    }
}
