package io.crosswalk.deployed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.crosswalk.functions.JvmHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The zip that is deployed, unpacked as Lambda unpacks it.
 *
 * @param root what Lambda calls the task root
 * @param command starts the function: the zip's own {@code bootstrap}, or for the JVM what AWS's
 *     managed runtime runs
 */
record Artifact(Path root, boolean isNative, List<String> command) {
    static final String HANDLER = JvmHandler.class.getName() + "::handleRequest";

    static Artifact unpacked(Path zip, Path into) throws IOException {
        unpack(zip, into);
        Path bootstrap = into.resolve("bootstrap");
        if (Files.exists(bootstrap)) {
            if (!bootstrap.toFile().setExecutable(true)) {
                throw new IOException("Cannot make executable: " + bootstrap);
            }
            return new Artifact(into, true, List.of(bootstrap.toString()));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Artifact(
                into,
                false,
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-cp",
                        runtimeInterface(),
                        AWSLambda.class.getName(),
                        HANDLER));
    }

    /** A container builds for Linux, whatever the machine is that it runs on. */
    boolean runsHere() throws IOException {
        if (!isNative) {
            return true;
        }
        byte[] head = new byte[20];
        try (InputStream file = Files.newInputStream(root.resolve("bootstrap"))) {
            if (file.readNBytes(head, 0, head.length) < head.length) {
                return false;
            }
        }
        // Byte 18 of an ELF file names the processor.
        boolean arm = (head[18] & 0xff) == 0xb7;
        String processor = System.getProperty("os.arch");
        return System.getProperty("os.name").equals("Linux")
                && processor.equals(arm ? "aarch64" : "amd64");
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("Leads out of the zip: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** What AWS has in its runtime beside a function. */
    private static String runtimeInterface() {
        return Stream.of(
                        AWSLambda.class,
                        Context.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(
                        jar -> {
                            try {
                                return Path.of(jar.toURI()).toString();
                            } catch (URISyntaxException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
