package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.backfill.RunOrder.Backfill;
import io.crosswalk.backfill.RunOrder.Filter;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backfill is asked for. */
class RunBodyTest {
    private static Backfill order(String filter) {
        String body = "{\"object\":\"contact\"" + filter + "}";
        return (Backfill) RunBody.backfill(Trees.json(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\":[]}",
                "{\"ids\":null}",
                "{\"modifiedSince\":null}",
                "{\"ids\":[],\"modifiedSince\":\"2026-11-24T09:30:00Z\"}",
                "{\"values\":[]}"
            })
    void filterThatSaysNothing_isRefused_andIsNotEveryRecord(String filter) {
        assertThatThrownBy(() -> order(",\"filter\":" + filter))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo(RefusalCode.MEMBER_MALFORMED))
                .hasMessageContaining("filter");
    }

    @Test
    void noFilter_isEveryRecord() {
        assertThat(order("").filter()).isEqualTo(Filter.NONE);
    }

    @Test
    void mappingsThatNameNone_areRefused_andAreNotAllOfThem() {
        assertThatThrownBy(() -> order(",\"mappings\":[]"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo(RefusalCode.MEMBER_MALFORMED))
                .hasMessageContaining("mappings");
    }

    @Test
    void noMappings_areAllOfThem() {
        assertThat(order("").mappings()).isEmpty();
        assertThat(order(",\"mappings\":null").mappings()).isEmpty();
    }

    @Test
    void filterByIds_isThoseRecords() {
        assertThat(order(",\"filter\":{\"ids\":[\"7\",\"9\"]}").filter().ids())
                .containsExactly("7", "9");
    }
}
