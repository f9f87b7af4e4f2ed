package io.crosswalk.journey;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crosswalk.journey.Portal.Pair;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HubSpot's own client and jsforce, unchanged, do the main job against the simulated CRMs. */
@QuarkusTest
class VendorClientsTest {
    private static final int CONTACT = 40;
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path WORK = Path.of("target/vendor-clients");
    private static final String LOCK = "package-lock.json";

    /** The lock file of what is installed, written when all of it is. */
    private static final Path INSTALLED = WORK.resolve("node_modules/.crosswalk-installed");

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void clientsInstalled() throws Exception {
        skipUnless(runs(List.of("node", "--version")), "Node.js is not installed");
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", LOCK, "clients.mjs")) {
            Files.copy(SOURCE.resolve(file), WORK.resolve(file), REPLACE_EXISTING);
        }
        skipUnless(
                areInstalled() || areInstalledNow(),
                "npm cannot install the vendors' clients here");
    }

    /** These very versions, and all of them: a new one, or half an installation, is none. */
    private static boolean areInstalled() throws IOException {
        return Files.exists(INSTALLED) && Files.mismatch(INSTALLED, SOURCE.resolve(LOCK)) == -1;
    }

    private static boolean areInstalledNow() throws Exception {
        boolean done = runs(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        if (done) {
            Files.copy(SOURCE.resolve(LOCK), INSTALLED, REPLACE_EXISTING);
        }
        return done;
    }

    private static void skipUnless(boolean condition, String reason) {
        if (!condition) {
            System.out.println("VendorClientsTest is skipped: " + reason + ".");
        }
        assumeTrue(condition, reason);
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(Files.isDirectory(WORK) ? WORK.toFile() : null)
                            .redirectErrorStream(true)
                            .redirectOutput(Path.of("target/vendor-clients.log").toFile())
                            .start();
            if (!process.waitFor(4, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void editsThroughTheVendorsClients_followOnTheOtherSide() throws Exception {
        String url = "http://" + base.getAuthority();
        Portal portal = new Portal(url);
        Pair pair = portal.linkedContacts().get(CONTACT);
        portal.syncUntilQuiet(pair);

        boolean worked = runs(List.of("node", "clients.mjs", url, String.valueOf(CONTACT)));

        assertThat(worked)
                .as(() -> "node clients.mjs:\n" + read(Path.of("target/vendor-clients.log")))
                .isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
