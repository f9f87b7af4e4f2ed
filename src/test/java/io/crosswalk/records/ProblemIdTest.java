package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemIdTest {

    @Test
    void id_readsBackAsItWasWritten() {
        for (ProblemId id :
                new ProblemId[] {
                    new ProblemId("contact", null, null, ProblemCode.SCOPE_MISSING),
                    new ProblemId("contact", "contact-phone", null, ProblemCode.FIELD_GONE),
                    new ProblemId("contact", "contact-phone", "501", ProblemCode.TOO_LONG),
                    new ProblemId("contact", null, "501", ProblemCode.RECORD_GONE)
                }) {
            assertThat(ProblemId.parse(id.text())).contains(id);
        }
    }

    @Test
    void id_fitsAPathSegment() {
        assertThat(new ProblemId("contact", null, "501", ProblemCode.RECORD_GONE).text())
                .isEqualTo("contact.-.501.RECORD_GONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contact",
                "contact.contact-phone",
                "contact.-.RECORD_GONE",
                "contact.contact-phone.NO_SUCH_CODE",
                "contact..501.RECORD_GONE",
                "contact.contact-phone.5/1.TOO_LONG",
                "contact.contact-phone.501.TOO_LONG.more"
            })
    void whatIsNoId_isNotTakenForOne(String text) {
        assertThat(ProblemId.parse(text)).isEmpty();
    }
}
