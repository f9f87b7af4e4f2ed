import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts the licences into what is deployed. Most of them want their text, or the authors' notice, to go
 * wherever the code goes: Apache-2.0 in its section 4, MIT and BSD in their first condition. The jars of the
 * JVM package carry them inside; in a native executable there is nothing left to read them from.
 *
 * <pre>
 * java src/build/Notices.java target/NOTICE-THIRD-PARTY.txt LICENSE target/function.zip 2026-11-25T00:00:00Z a.jar:b.jar
 * </pre>
 *
 * The first file has the list of what is deployed, and gets the texts that the jars bring along, each once;
 * then it and our own licence go into the zip. One source file without dependencies, so that the build needs
 * nothing compiled to run it.
 */
public final class Notices {
    private static final Pattern LEGAL =
            Pattern.compile(
                    "(META-INF/)?([^/]*/)?(LICEN[CS]E|NOTICE|COPYING)([._-][^/]*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final String TEXTS = "\n\nThe texts that these bring along\n";

    private Notices() {}

    public static void main(String[] args) throws IOException {
        Path notices = Path.of(args[0]);
        Path licence = Path.of(args[1]);
        Path zip = Path.of(args[2]);
        Instant built = Instant.parse(args[3]);
        if (!Files.exists(zip) || !Files.exists(notices)) {
            System.out.println("Nothing was packaged, so no licences were put into it.");
            return;
        }
        String list = Files.readString(notices).split(Pattern.quote(TEXTS))[0].stripTrailing();
        Files.writeString(notices, list + TEXTS + texts(args[4].split(java.io.File.pathSeparator)));
        add(zip, built, notices, licence);
    }

    /** Each text once, under the names of all that bring it. */
    private static String texts(String[] classpath) throws IOException {
        Map<String, TreeSet<String>> carriers = new LinkedHashMap<>();
        for (String jar : Arrays.stream(classpath).sorted().toList()) {
            if (jar.endsWith(".jar")) {
                read(Path.of(jar), carriers);
            }
        }
        StringBuilder all = new StringBuilder();
        carriers.forEach(
                (text, names) ->
                        all.append("\n")
                                .append("-".repeat(100))
                                .append("\n")
                                .append(String.join(", ", names))
                                .append("\n\n")
                                .append(text)
                                .append("\n"));
        return all.toString();
    }

    private static void read(Path jar, Map<String, TreeSet<String>> carriers) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && LEGAL.matcher(entry.getName()).matches()) {
                    entries.add(entry);
                }
            }
            for (ZipEntry entry : entries) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                String text =
                        new String(bytes, StandardCharsets.UTF_8)
                                .lines()
                                .map(String::stripTrailing)
                                .collect(Collectors.joining("\n"))
                                .strip();
                carriers.computeIfAbsent(text, t -> new TreeSet<>()).add(jar.getFileName().toString());
            }
        }
    }

    /** In place: what is there keeps its permissions, without which Lambda could not run the executable. */
    private static void add(Path zip, Instant built, Path... files) throws IOException {
        try (FileSystem inside =
                FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
            for (Path file : files) {
                Path there = inside.getPath(file.getFileName().toString());
                Files.write(there, Files.readAllBytes(file));
                Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-r--r--"));
                Files.setLastModifiedTime(there, FileTime.from(built));
            }
        }
    }
}
