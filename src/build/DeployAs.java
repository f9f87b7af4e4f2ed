import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Says with which parameters a zip is deployed. A native executable runs only on the processor that
 * it was built on; Lambda takes every zip, and a function of the other processor does not start.
 *
 * <pre>
 * java src/build/DeployAs.java target/function.zip
 * </pre>
 */
public final class DeployAs {
    private static final int ELF = 0x7f454c46;

    private DeployAs() {}

    public static void main(String[] args) throws IOException {
        Path zip = Path.of(args[0]);
        if (Files.exists(zip)) {
            System.out.println(zip.getFileName() + ": " + said(zip));
        }
    }

    private static String said(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry bootstrap = file.getEntry("bootstrap");
            if (bootstrap == null) {
                return "for Java. Deploy with Packaging=jvm (--config-env jvm), on either processor";
            }
            try (InputStream in = file.getInputStream(bootstrap)) {
                return said(in.readNBytes(20));
            }
        }
    }

    /** The machine is the number at 18, the lower byte first (ELF-64 object file format). */
    private static String said(byte[] header) {
        boolean elf = header.length == 20 && number(header, 0, 1, 2, 3) == ELF;
        String architecture =
                switch (elf ? number(header, 19, 18) : 0) {
                    case 62 -> "x86_64";
                    case 183 -> "arm64";
                    default -> null;
                };
        return architecture == null
                ? "native, but not for Lambda's Linux. Build it with -Dquarkus.native.container-build=true"
                : "native. Deploy with Packaging=native Architecture=" + architecture;
    }

    private static int number(byte[] bytes, int... places) {
        int number = 0;
        for (int place : places) {
            number = number << 8 | bytes[place] & 0xff;
        }
        return number;
    }
}
