package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a search for records goes on. */
class RecordSearchTest {
    @ParameterizedTest
    @CsvSource({"50, 50", "9950, 9950", "9951,", "99999999999,", "MTAw,", "-1,", "'',", ","})
    void furtherPage_isNamedWhereHubspotHasOne(@Nullable String after, @Nullable String next) {
        assertThat(RecordSearch.next(after, 50)).isEqualTo(next);
    }
}
