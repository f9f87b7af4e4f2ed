package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether people have written an id down as Salesforce does. */
class SalesforceIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0035g00000000GN", "0035g00000000GNAAY"})
    void idOfEitherLength_isWrittenAsItIs(String id) {
        assertThat(SalesforceId.isWritten(id)).isTrue();
    }

    /** The last one lost its case in a spreadsheet. */
    @ParameterizedTest
    @ValueSource(strings = {"0035g00000000GNAAZ", "0035g00000000GnAAY", "0035G00000000GNAAY"})
    void idWhoseLastLettersDoNotFitTheOthers_isNot(String id) {
        assertThat(SalesforceId.isWritten(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Miller", "0035g00000000GNAA", "0035g00000000GNAAYX"})
    void whatIsNoId_isNot(String text) {
        assertThat(SalesforceId.isWritten(text)).isFalse();
    }
}
