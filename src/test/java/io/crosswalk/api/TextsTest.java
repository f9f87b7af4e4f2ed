package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Größe", "丸の内", "a \uD83D\uDE00", " a"})
    void textOfCharacters_isTaken(String text) {
        assertThat(Texts.isTaken(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "a\u0085", "a\uD83D"})
    void blankTextControlCharacterOrHalfACharacter_isNotTaken(String text) {
        assertThat(Texts.isTaken(text)).isFalse();
    }

    @Test
    void textLongerThanAnyName_isNotTaken() {
        assertThat(Texts.isTaken("a".repeat(255))).isTrue();
        assertThat(Texts.isTaken("a".repeat(256))).isFalse();
    }
}
