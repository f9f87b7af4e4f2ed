package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.RecordView.Presence;
import io.crosswalk.api.RecordView.PresenceView;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone number looks like an id, and a name of 18 letters like one of Salesforce's. */
class RecordViewTest {
    @ParameterizedTest
    @CsvSource({
        "READ, NO_PARTNER, true",
        "NO_PARTNER, READ, true",
        "NOT_READ, READ, true",
        "NOT_READ, NO_PARTNER, false",
        "NO_PARTNER, NOT_READ, false",
    })
    void recordThatNobodyHasSeen_isKnownOnlyIfASideWasRead(
            Presence hubspot, Presence salesforce, boolean known) {
        RecordView record =
                new RecordView(
                        "contact",
                        "4930123456",
                        null,
                        null,
                        true,
                        new PresenceView(hubspot, null, null),
                        new PresenceView(salesforce, null, null),
                        null,
                        0,
                        0,
                        List.of(),
                        List.of());

        assertThat(record.known()).isEqualTo(known);
    }
}
