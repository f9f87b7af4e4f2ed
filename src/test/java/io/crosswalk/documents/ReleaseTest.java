package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.template.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The version in the pom, the changelog and what the workflow makes of a tag go together. */
class ReleaseTest {
    private static final Pattern HEADING =
            Pattern.compile("^## \\[(\\d+)\\.(\\d+)\\.(\\d+)] - (\\S+)$", Pattern.MULTILINE);

    /** The project's own is the first. Without the suffix where a release is being built. */
    private static final Pattern VERSION =
            Pattern.compile("<version>(\\d+)\\.(\\d+)\\.(\\d+)(-SNAPSHOT)?</version>");

    private static List<MatchResult> released() throws IOException {
        return HEADING.matcher(Files.readString(Path.of("CHANGELOG.md"))).results().toList();
    }

    private static int number(MatchResult version) {
        return (Integer.parseInt(version.group(1)) * 1_000 + Integer.parseInt(version.group(2)))
                        * 1_000
                + Integer.parseInt(version.group(3));
    }

    @Test
    void changelog_beginsWithWhatIsUnreleasedAndGoesBackInTime() throws IOException {
        String changelog = Files.readString(Path.of("CHANGELOG.md"));
        List<MatchResult> released = released();

        assertThat(changelog.indexOf("## ")).isEqualTo(changelog.indexOf("## [Unreleased]"));
        assertThat(released).isNotEmpty();
        for (int i = 1; i < released.size(); i++) {
            assertThat(number(released.get(i))).isLessThan(number(released.get(i - 1)));
            assertThat(LocalDate.parse(released.get(i).group(4)))
                    .isBeforeOrEqualTo(LocalDate.parse(released.get(i - 1).group(4)));
        }
    }

    @Test
    void pom_isAtTheNewestVersionOrOnTheWayToTheNext() throws IOException {
        Matcher pom = VERSION.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(pom.find()).isTrue();
        int version = number(pom.toMatchResult());
        int newest = number(released().get(0));
        if (pom.group(4) == null) {
            assertThat(version).as("a release").isEqualTo(newest);
        } else if (unreleased().isBlank()) {
            assertThat(version)
                    .as("what will be tagged, or the next")
                    .isGreaterThanOrEqualTo(newest);
        } else {
            assertThat(version).as("where Unreleased is to go").isGreaterThan(newest);
        }
    }

    private static String unreleased() throws IOException {
        String changelog = Files.readString(Path.of("CHANGELOG.md"));
        String heading = "## [Unreleased]";
        int from = changelog.indexOf(heading) + heading.length();
        return changelog.substring(from, changelog.indexOf("\n## ", from));
    }

    @Test
    @EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
    void releaseNotes_areTheVersionsEntryAndNothingForOneThatHasNone() throws Exception {
        String newest =
                released().get(0).group(1)
                        + "."
                        + released().get(0).group(2)
                        + "."
                        + released().get(0).group(3);

        Tool.Said told = new Tool(".ci/release-notes").run(newest);
        Tool.Said untold = new Tool(".ci/release-notes").run("99.0.0");

        assertThat(told.exit()).isZero();
        assertThat(told.text()).contains("### Added").doesNotContain("\n## ", "Unreleased");
        assertThat(untold.exit()).isEqualTo(1);
        assertThat(untold.text()).contains("99.0.0");
    }
}
