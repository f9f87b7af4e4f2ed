package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a refresh of options says. */
class RefreshToldTest {
    private static String told(List<String> added, List<String> skipped) {
        return RefreshTold.of("stage", "Stage__c", added, skipped);
    }

    @Test
    void nothingMissing_everyValueIsThere() {
        assertThat(told(List.of(), List.of()))
                .isEqualTo("stage has every value of Stage__c already, so none was added.");
    }

    @Test
    void onlyWhatHubspotCannotTake_isNotEveryValue() {
        assertThat(told(List.of(), List.of("a;b")))
                .startsWith("Nothing was added to stage. HubSpot cannot take a;b:")
                .doesNotContain("every value");
    }

    @Test
    void added_areNamedAndSoIsWhatIsLeft() {
        assertThat(told(List.of("New", "Old"), List.of("a;b")))
                .startsWith("stage has new options: New, Old. HubSpot cannot take a;b:");
    }

    @Test
    void manyAdded_areNamedToTenAndCounted() {
        List<String> many = IntStream.range(0, 200).mapToObj(Integer::toString).toList();

        assertThat(told(many, List.of())).endsWith("7, 8, 9 and 190 more.");
    }
}
