package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.BudgetConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every command of every page is run by something that is named, or is named as one that needs what
 * a build does not have: {@code src/test/resources/documents/commands.txt}. Calls with curl are
 * sent by {@link DocumentedCallsTest}.
 */
class DocumentedCommandsTest {
    private static final Path CLASSED = Path.of("src/test/resources/documents/commands.txt");

    private static final Set<String> LANGUAGES =
            Set.of("shell", "json", "yaml", "properties", "mermaid", "text");

    private static final String RUN_BY = "run by ";
    private static final String PART_OF = "part of ";

    /** What makes text in running words a command. */
    private static final Set<String> PROGRAMS =
            Set.of(
                    "./mvnw",
                    "mvn",
                    "java",
                    "node",
                    "npm",
                    "sam",
                    "aws",
                    "sf",
                    "hs",
                    "git",
                    "docker",
                    "openssl",
                    "pip",
                    "infra/doctor",
                    "infra/restore",
                    "infra/secrets",
                    "infra/teardown");

    /** Command by command who runs it, or what it needs. */
    private static Map<String, String> classed() throws IOException {
        Map<String, String> classed = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CLASSED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" => ");
                assertThat(classed.put(parts[0], parts[1])).as(line).isNull();
            }
        }
        return classed;
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        Documents.blocks("shell").forEach(block -> commands.addAll(Command.of(block)));
        for (Documents.Page page : Documents.pages()) {
            for (String code : page.inline()) {
                String program = code.split(" ")[0];
                boolean alone = program.equals(code) && !program.startsWith("infra/");
                if (PROGRAMS.contains(program) && !alone) {
                    commands.add(Command.inline(page, code));
                }
            }
        }
        commands.removeIf(command -> command.words().get(0).equals("curl"));
        return commands;
    }

    @Test
    void everyCommand_isClassed() throws IOException {
        Set<String> written =
                commands().stream()
                        .map(Command::text)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(classed().keySet())
                .as("commands of the pages, and those of %s", CLASSED)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyBlock_saysWhatItIs() {
        assertThat(Documents.pages().stream().flatMap(page -> page.blocks().stream()))
                .isNotEmpty()
                .allSatisfy(
                        block -> assertThat(block.language()).as(block.where()).isIn(LANGUAGES));
    }

    /** A curl that stands in a block of another kind would not be sent. */
    @Test
    void noCommand_standsInABlockOfAnotherKind() {
        assertThat(Documents.pages().stream().flatMap(page -> page.blocks().stream()))
                .filteredOn(block -> !block.language().equals("shell"))
                .allSatisfy(
                        block ->
                                assertThat(block.text().lines())
                                        .as(block.where())
                                        .noneMatch(line -> line.startsWith("curl ")));
    }

    @Test
    void whoeverIsNamed_runsIt() throws IOException {
        Map<String, String> classed = classed();
        for (Map.Entry<String, String> one : classed.entrySet()) {
            String how = one.getValue();
            if (how.startsWith(RUN_BY)) {
                String runner = Files.readString(Path.of(how.substring(RUN_BY.length())));
                assertThat(runner).as(one.toString()).contains(words(one.getKey()));
            } else if (how.startsWith(PART_OF)) {
                assertThat(classed.get(how.substring(PART_OF.length()))).startsWith(RUN_BY);
            } else {
                assertThat(how).as(one.toString()).startsWith("needs ");
            }
        }
    }

    /** A million seeds are as good as a hundred thousand. */
    private static String[] words(String command) {
        return command.replaceAll("(-Dseeds=)\\d+", "$1").split(" ");
    }

    @Test
    void mavenCommands_nameProfilesAndSettingsThatThereAre() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String sources = sources();
        Pattern property = Pattern.compile("-D([\\w.-]+).*");
        for (Command command : commands()) {
            if (!command.words().get(0).equals("./mvnw")) {
                continue;
            }
            for (String word : command.words()) {
                var setting = property.matcher(word);
                if (word.startsWith("-P")) {
                    assertThat(pom).as(command.text()).contains("<id>" + word.substring(2));
                } else if (word.startsWith("-Dtest=")) {
                    assertThat(sources).contains("class " + word.substring(7) + " ");
                } else if (setting.matches() && !isOfOthers(setting.group(1))) {
                    assertThat(pom + sources)
                            .as("%s: %s", command.where(), command.text())
                            .contains(lastPart(setting.group(1)));
                }
            }
        }
    }

    private static boolean isOfOthers(String property) {
        return property.startsWith("quarkus.") || property.equals("jvm.args");
    }

    /** {@code crosswalk.breaker.enabled} is a method of a config mapping. */
    private static String lastPart(String property) {
        if (!property.startsWith("crosswalk.")) {
            return property;
        }
        String last = property.substring(property.lastIndexOf('.') + 1);
        return Pattern.compile("-(\\w)")
                .matcher(last)
                .replaceAll(letter -> letter.group(1).toUpperCase());
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void settingsShown_areSettingsOfTheProduct() throws IOException {
        List<Documents.Block> blocks = Documents.blocks("properties");

        assertThat(blocks).isNotEmpty();
        for (Documents.Block block : blocks) {
            Properties shown = new Properties();
            shown.load(new StringReader(block.text()));
            Map<String, String> settings = new LinkedHashMap<>();
            shown.stringPropertyNames().forEach(n -> settings.put(n, shown.getProperty(n)));
            // A name below the prefix that nothing reads is refused.
            new SmallRyeConfigBuilder()
                    .withMapping(BudgetConfig.class)
                    .withSources(new PropertiesConfigSource(settings, block.where(), 100))
                    .build();
        }
    }
}
