package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {
    private final List<RecordKey> done = new ArrayList<>();
    private int runs;

    private static List<RecordKey> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> RecordKey.hubspot("contact", Integer.toString(i)))
                .toList();
    }

    private List<RecordKey> failed(int count, Integer... bad) {
        Set<Integer> all = Set.of(bad);
        return new Halving(
                        keys -> {
                            runs++;
                            boolean fails =
                                    keys.stream()
                                            .anyMatch(
                                                    key ->
                                                            all.contains(
                                                                    Integer.valueOf(
                                                                            key.recordId())));
                            if (fails) {
                                throw new IllegalStateException("a record that always fails");
                            }
                            done.addAll(keys);
                        })
                .failed(records(count));
    }

    @Test
    void nothingFails_isOneRun() {
        assertThat(failed(600)).isEmpty();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void oneOf600AlwaysFails_theOthersAreDone() {
        assertThat(failed(600, 417)).containsExactly(RecordKey.hubspot("contact", "417"));
        assertThat(done).hasSize(599).doesNotHaveDuplicates();
    }

    @Test
    void oneAlone_isNotTriedTwice() {
        assertThat(failed(1, 0)).hasSize(1);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void everythingFails_isOverSoonAndNothingIsForgotten() {
        Integer[] every = IntStream.range(0, 600).boxed().toArray(Integer[]::new);

        assertThat(failed(600, every)).isEqualTo(records(600));
        assertThat(runs).isEqualTo(12);
    }
}
