package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Difference.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reasons that only a backfill takes away say so, here and in the documents. */
class SentencesTest {
    @ParameterizedTest
    @EnumSource(names = {"FIRST_CONTACT", "RULE_KEEPS", "UNEXPLAINED"})
    void differenceThatAResyncLeaves_namesTheBackfill(Reason reason) {
        assertThat(Sentences.of(reason)).contains("backfill that brings values in step");
    }

    @ParameterizedTest
    @EnumSource(names = {"RULE_KEEPS", "UNEXPLAINED"})
    void differenceAfterAChangeOfTheMapping_isTheDocumentsMatterToo(Reason reason)
            throws Exception {
        String row =
                Files.readString(Path.of("docs/drift-and-safety.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `" + reason + "`"))
                        .findFirst()
                        .orElseThrow();

        assertThat(row).containsIgnoringCase("after a change of").contains("`align`");
    }
}
