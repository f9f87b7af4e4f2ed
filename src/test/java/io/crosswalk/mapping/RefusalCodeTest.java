package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalCodeTest {

    @ParameterizedTest
    @EnumSource
    void everyCode_hasATitle(RefusalCode code) {
        assertThat(code.title()).isNotBlank();
    }
}
