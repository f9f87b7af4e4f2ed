package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.budget.Claim.Told;
import io.crosswalk.budget.DayUse.Seen;
import io.crosswalk.records.Priority;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UntoldTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:40:01Z");

    private final Untold untold = new Untold();
    private final Lease lease = new Lease();

    @BeforeEach
    void start() {
        lease.at(LaneUse.slotAt(NOW));
    }

    @Test
    void callsThatNobodyWasGranted_areToldOnce() {
        untold.called(Lane.SALESFORCE);
        untold.called(Lane.HUBSPOT);

        Told told = untold.with(lease);
        untold.called(Lane.HUBSPOT);
        untold.told(told, LaneUse.slotAt(NOW));

        assertThat(told.uncounted()).isEqualTo(new Calls(1, 0, 1));
        assertThat(untold.with(lease).uncounted()).isEqualTo(new Calls(1, 0, 0));
    }

    @Test
    void callsOfASlotThatWasTold_waitForTheNextSlot() {
        untold.called(Lane.HUBSPOT);
        assertThat(untold.hasCalls(NOW)).isTrue();

        untold.told(untold.with(lease), LaneUse.slotAt(NOW));
        assertThat(untold.hasCalls(NOW.plus(LaneUse.SLOT))).isFalse();

        untold.called(Lane.HUBSPOT);
        assertThat(untold.hasCalls(NOW)).isFalse();
        assertThat(untold.hasCalls(NOW.plus(LaneUse.SLOT))).isTrue();
    }

    @Test
    void headersThatNobodyHasStored_areNews() {
        Seen day = new Seen(1_000, 10, NOW);
        assertThat(untold.hasNews(SharedBudget.UNUSED)).isFalse();

        untold.seen(Side.HUBSPOT, day);
        untold.seenWindowMax(190);

        assertThat(untold.hasNews(SharedBudget.UNUSED)).isTrue();
        assertThat(untold.with(lease).days()).isEqualTo(Map.of(Side.HUBSPOT, day));
        assertThat(untold.with(lease).windowMax()).isEqualTo(190);
    }

    @Test
    void whatLapsedOfTheLease_isToldToo() {
        lease.add(lease.slot(), Priority.EDIT, new Calls(3, 0, 0));
        Instant granted = LaneUse.start(lease.slot());
        lease.at(lease.slot() + 1);

        assertThat(untold.with(lease).lapsed()).isEqualTo(new Calls(3, 0, 0));
        assertThat(untold.with(lease).lapsedSince()).isEqualTo(granted);
    }
}
