package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.CreateOutcome;
import io.crosswalk.records.CrmCreate;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a write that never went out it is known that nothing was written. */
class UnsentWritesTest {
    private static final Duration HASTE = Duration.ofMillis(200);

    private final Salesforce salesforce = new Salesforce();

    @AfterEach
    void close() {
        salesforce.close();
    }

    private enum Hangs {
        LOGIN,
        DESCRIBE
    }

    private HttpSalesforceClient clientOf(Hangs hangs) {
        SandboxResponse late = Salesforce.json(200, "{}").delayed(Duration.ofMinutes(1));
        if (hangs == Hangs.DESCRIBE) {
            salesforce.loggedIn();
        }
        salesforce.answers(late);
        return salesforce.client(salesforce.crm.url(), HASTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "DESCRIBE"})
    void update_didNotHappen(Hangs hangs) {
        isKnownNotToHaveHappened(hangs, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "DESCRIBE"})
    void guardedUpdate_didNotHappen(Hangs hangs) {
        isKnownNotToHaveHappened(hangs, salesforce.now);
    }

    private void isKnownNotToHaveHappened(Hangs hangs, @Nullable Instant unmodifiedSince) {
        CrmWrite write = new CrmWrite(Salesforce.id(1), Map.of("City", "Ulm"), unmodifiedSince);

        assertThat(clientOf(hangs).write("Contact", List.of(write)))
                .singleElement()
                .isInstanceOfSatisfying(
                        WriteOutcome.RetryLater.class,
                        later -> assertThat(later.mayHaveHappened()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "DESCRIBE"})
    void creation_didNotHappen(Hangs hangs) {
        CrmCreate create = new CrmCreate("1", Map.of("City", "Ulm"));

        assertThat(clientOf(hangs).create("Contact", List.of(create)))
                .singleElement()
                .isInstanceOfSatisfying(
                        CreateOutcome.RetryLater.class,
                        later -> assertThat(later.mayHaveHappened()).isFalse());
    }
}
