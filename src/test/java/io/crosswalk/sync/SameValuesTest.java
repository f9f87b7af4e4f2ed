package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SameValuesTest {

    @Test
    void aThousandEmails_areADozenSearches() {
        List<String> emails =
                IntStream.range(0, 1_000).mapToObj(i -> "person" + i + "@example.com").toList();

        List<List<String>> parts = SameValues.parts(emails);

        assertThat(parts).hasSizeLessThan(15);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(emails);
        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void longValues_stayBelowWhatHubspotTakes() {
        List<String> texts = IntStream.range(0, 20).mapToObj(i -> i + "x".repeat(500)).toList();

        assertThat(SameValues.parts(texts))
                .allSatisfy(
                        part ->
                                assertThat(part.stream().mapToInt(String::length).sum())
                                        .isLessThan(2_500));
    }
}
