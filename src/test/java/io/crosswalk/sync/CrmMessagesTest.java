package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Title: data value too large: Chief of Staff (max length=5) | Chief of Staff | Title: data value too large: … (max length=5)
                    Email: invalid email address: Ada@Example | ada@example | Email: invalid email address: …
                    bad value for restricted picklist field: Web | Web | bad value for restricted picklist field: …
                    Webinar and Web | Web | Webinar and …
                    bad value for restricted picklist field: B | A;B;C | bad value for restricted picklist field: …
                    too large: A very long value that the CR... (max) | A very long value that the CRM cuts short | too large: …... (max)
                    5 is not in 15 to 25, 5 | 5 | … is not in 15 to 25, …
                    This title is not allowed | Forbidden | This title is not allowed
                    """)
    void quotedValue_isLeftOut(String message, String value, String kept) {
        assertThat(CrmMessages.without(message, List.of(value))).isEqualTo(kept);
    }

    @Test
    void clearedAndBlankValues_takeNothingAway() {
        assertThat(
                        CrmMessages.without(
                                "Required fields are missing: [Name]", List.of("", " ", ";")))
                .isEqualTo("Required fields are missing: [Name]");
    }

    @Test
    void longMessage_isCutShort() {
        assertThat(CrmMessages.without("m".repeat(2_000), List.of())).hasSize(501).endsWith("…");
    }
}
