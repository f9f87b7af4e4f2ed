package io.crosswalk.console;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that the shell loads, all of them from this server. */
@ApplicationScoped
class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> TYPES =
            Map.of(".js", SCRIPT, ".css", "text/css; charset=utf-8", ".svg", "image/svg+xml");

    /** What is not named here is not served. */
    private static final List<String> NAMES =
            List.of(
                    "combobox.js",
                    "console.css",
                    "console.js",
                    "documents.js",
                    "htmx.min.js",
                    "icon.svg",
                    "kept.js",
                    "pages.css",
                    "pages.js",
                    "requests.js",
                    "sign-in.js",
                    "theme.js");

    private final Map<String, Asset> all = new HashMap<>();

    Assets() {
        NAMES.forEach(name -> all.put(name, load(name)));
    }

    /**
     * @param version moves with the content
     */
    record Asset(String type, String version, byte[] bytes) {}

    /** Who works on one in dev mode sees it at the next load of the page. */
    @Nullable Asset find(String name) {
        boolean changing = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        return changing && all.containsKey(name) ? load(name) : all.get(name);
    }

    /** The path that may be cached for ever. */
    String path(String name) {
        Asset asset = find(name);
        if (asset == null) {
            throw new IllegalStateException("The shell names '" + name + "', which is not served");
        }
        return "/console/assets/" + name + "?v=" + asset.version();
    }

    private static Asset load(String name) {
        try (InputStream in =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("console/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource 'console/" + name + "' is missing");
            }
            byte[] bytes = in.readAllBytes();
            String type = TYPES.get(name.substring(name.lastIndexOf('.')));
            return new Asset(String.valueOf(type), version(bytes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
