package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.DynamoLocal;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a mapping was before, however much of it there is. */
@ExtendWith(DynamoLocal.class)
class DynamoMappingHistoryTest {
    /** A thousand pairs, larger than an item unless they are packed. */
    private static Mapping large() {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            pairs.put("option" + i + "x".repeat(300), "value" + i + "y".repeat(300));
        }
        return new Mapping(
                "contact-large",
                "contact",
                "large",
                "Large__c",
                new MappingChoice(SyncRule.TWO_WAY, Fill.NONE, pairs),
                false,
                new Mapping.Saved(3, null));
    }

    @Test
    void mappingOfAThousandLongPairs_isKeptAndReadBack() throws Exception {
        DynamoMappingHistory history =
                new DynamoMappingHistory(
                        DynamoLocal.start(), DynamoLocal.config(false).configurationTable());

        history.keep(List.of(large()));

        assertThat(history.of("contact", "contact-large", null, 5)).containsExactly(large());
    }
}
