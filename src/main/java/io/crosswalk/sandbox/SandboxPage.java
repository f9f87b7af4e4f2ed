package io.crosswalk.sandbox;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The page that shows both CRMs side by side: a fragment that the console puts into its frame, with
 * a script and a style of its own. It does everything over the CRMs' own APIs.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
public class SandboxPage {
    private static final String FOLDER = "/sandbox/";

    void routes(@Observes Router router) {
        serve(router, "/pages/sandbox", "page.html", "text/html; charset=utf-8");
        serve(router, "/sandbox/page/page.js", "page.js", "text/javascript; charset=utf-8");
        serve(router, "/sandbox/page/crms.js", "crms.js", "text/javascript; charset=utf-8");
        serve(router, "/sandbox/page/faults.js", "faults.js", "text/javascript; charset=utf-8");
        serve(router, "/sandbox/page/page.css", "page.css", "text/css; charset=utf-8");
    }

    private static void serve(Router router, String path, String file, String type) {
        router.get(path).handler(context -> answer(context, file, type));
    }

    private static void answer(RoutingContext context, String file, String type) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(bytes(file)));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = SandboxPage.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The resource '" + FOLDER + file + "' is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
