package io.crosswalk.journey;

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

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void clientsInstalled() throws Exception {
        skipUnless(runs(List.of("node", "--version")), "Node.js is not installed");
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "clients.mjs")) {
            Files.copy(
                    SOURCE.resolve(file),
                    WORK.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        skipUnless(
                Files.isDirectory(WORK.resolve("node_modules/jsforce"))
                        || runs(
                                List.of(
                                        "npm",
                                        "install",
                                        "--no-package-lock",
                                        "--no-audit",
                                        "--no-fund",
                                        "--ignore-scripts")),
                "npm cannot install the vendors' clients here");
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
            return process.waitFor(4, TimeUnit.MINUTES) && process.exitValue() == 0;
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
