package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a batch is looked at at a time. */
class LookPartsTest {
    private static List<Integer> links(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 600, 600",
        "50, 600, 600",
        "60, 600, 500 100",
        "140, 450, 200 200 50",
        "200, 600, 100 100 100 100 100 100",
        "500, 250, 100 100 50",
        "500, 100, 100",
        "500, 0, ''"
    })
    void parts_areOfWholeCallsAndNotOfTooManyFields(int fields, int links, String sizes) {
        List<String> parts =
                LookParts.of(links(links), fields).stream().map(part -> "" + part.size()).toList();

        assertThat(String.join(" ", parts)).isEqualTo(sizes);
    }

    @Test
    void everyLink_isInOnePartInOrder() {
        List<Integer> all = LookParts.of(links(350), 300).stream().flatMap(List::stream).toList();

        assertThat(all).isEqualTo(links(350));
    }
}
