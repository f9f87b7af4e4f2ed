package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What became of what runs asked for, of one and of a page of them. */
@ExtendWith(DynamoLocal.class)
class DynamoRunTalliesTest {
    @Test
    void runsOfAPage_areReadTogether_eachWithItsOwn() throws Exception {
        RunTallies tallies = new DynamoRunTallies(DynamoLocal.start(), DynamoLocal.config(false));
        tallies.add("tallied-1", Map.of(RunCount.WRITTEN, 2L));
        tallies.add("tallied-1", Map.of(RunCount.WRITTEN, 3L, RunCount.REFUSED, 1L));
        tallies.add("tallied-2", Map.of(RunCount.AS_IT_WAS, 7L));
        tallies.add("tallied-3", Map.of(RunCount.WRITTEN, 9L));

        assertThat(tallies.of(List.of("tallied-1", "tallied-2", "tallied-1", "tallied-4")))
                .isEqualTo(
                        Map.of(
                                "tallied-1", Map.of(RunCount.WRITTEN, 5L, RunCount.REFUSED, 1L),
                                "tallied-2", Map.of(RunCount.AS_IT_WAS, 7L)));
    }
}
