package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.ObjectStatuses.CatchUpView;
import io.crosswalk.api.ObjectStatuses.FailureView;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people are told while a CRM cannot be looked through. */
class OutageTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final FailureView REVOKED =
            new FailureView("UNAUTHORIZED", "Cannot log in", ProblemSeverity.ISSUE, NOON);
    private static final FailureView AWAY =
            new FailureView(
                    "UNREACHABLE", "No answer.", ProblemSeverity.WARNING, NOON.plusSeconds(1));

    private static List<CatchUpView> sides(
            @Nullable FailureView hubspot, @Nullable FailureView salesforce) {
        return List.of(side(Side.HUBSPOT, hubspot), side(Side.SALESFORCE, salesforce));
    }

    private static CatchUpView side(Side side, @Nullable FailureView failure) {
        return new CatchUpView(side, NOON, 0L, NOON.minusSeconds(60), failure);
    }

    @Test
    void everythingIsLookedThrough_nothingIsSaid() {
        assertThat(Outage.of(Map.of("contact", sides(null, null)))).isEmpty();
    }

    @Test
    void sameFailureOfSeveralObjects_isOneNotice() {
        Map<String, List<CatchUpView>> caughtUp = new LinkedHashMap<>();
        caughtUp.put("contact", sides(REVOKED, null));
        caughtUp.put("deal", sides(REVOKED, REVOKED));

        assertThat(Outage.of(caughtUp))
                .containsExactly(
                        new Outage(
                                "issue",
                                "Contacts, Deals",
                                List.of("Cannot log in."),
                                "UNAUTHORIZED",
                                NOON));
    }

    @Test
    void whatAPersonHasToMend_comesBeforeWhatPasses() {
        assertThat(Outage.of(Map.of("contact", sides(AWAY, REVOKED))))
                .extracting(Outage::level)
                .containsExactly("issue", "warning");
    }
}
