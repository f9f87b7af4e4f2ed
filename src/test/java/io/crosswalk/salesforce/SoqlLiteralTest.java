package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlLiteralTest {
    private static final String ALPHABET =
            "'\\\"nrtbfu%_() \n\r\t\b\f\0aZ\u2019\u02bc\uff07é😀\ud800";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "O'Hara, `'O\\'Hara'`",
                "' OR Name != ', `'\\' OR Name != \\''`",
                "back\\slash, `'back\\\\slash'`",
                "\\', `'\\\\\\''`",
                "``, ''"
            })
    void text_isQuotedAndEscaped(String value, String literal) {
        assertThat(SoqlLiteral.text(value)).isEqualTo(literal);
    }

    @Test
    void lineBreaks_becomeEscapes() {
        assertThat(SoqlLiteral.text("a\r\n\tb")).isEqualTo("'a\\r\\n\\tb'");
    }

    /**
     * Read as SOQL's grammar says, every literal ends at its last character and means its value.
     */
    @Test
    void anyText_staysInsideItsLiteral() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            String literal = SoqlLiteral.text(value.toString());

            assertThat(meaning(literal)).as("seed " + seed).isEqualTo(value.toString());
        }
    }

    /** Reads one literal by the grammar; null if it does not end where the text ends. */
    private static String meaning(String soql) {
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < soql.length(); i++) {
            char c = soql.charAt(i);
            if (c == '\'') {
                return soql.charAt(0) == '\'' && i == soql.length() - 1 ? value.toString() : null;
            }
            if (c == '\\') {
                c =
                        switch (soql.charAt(++i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case '\'', '"', '\\' -> soql.charAt(i);
                            default -> throw new AssertionError("no escape: " + soql);
                        };
            } else if (c == '\n' || c == '\r') {
                throw new AssertionError("bare line break");
            }
            value.append(c);
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email", "Size__c", "ns__Size__c"})
    void apiName_isTaken(String name) {
        assertThat(SoqlLiteral.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a.b", "a'", "a,b", "a)", "(SELECT", "é", "a\n", "_a"})
    void anythingElse_isRefused(String name) {
        assertThatThrownBy(() -> SoqlLiteral.name(name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void instant_isWholeSecondsInUtc() {
        assertThat(SoqlLiteral.instant(Instant.parse("2026-11-24T10:00:00.999Z")))
                .isEqualTo("2026-11-24T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "003xx0000000001, 003xx0000000001AAA",
        "001Ab00000CdEfG, 001Ab00000CdEfGIAV",
        "003xx0000000001AAA, 003xx0000000001AAA"
    })
    void recordId_hasEighteenCharacters(String id, String whole) {
        assertThat(RecordId.of(id)).isEqualTo(whole);
    }
}
