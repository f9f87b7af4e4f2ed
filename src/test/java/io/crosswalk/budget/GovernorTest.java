package io.crosswalk.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Side;
import java.lang.Thread.State;
import org.junit.jupiter.api.Test;

/** A governor that several threads ask. */
class GovernorTest {
    @Test
    void whatHeadersSaid_isNotReadWhileAnotherThreadStoresIt() throws Exception {
        Governor governor = new Governed().process();
        Thread reader = new Thread(() -> governor.seen(Side.HUBSPOT));
        State before;
        synchronized (governor) {
            reader.start();
            do {
                Thread.onSpinWait();
                before = reader.getState();
            } while (before != State.BLOCKED && before != State.TERMINATED);
        }
        reader.join();

        assertThat(before).isEqualTo(State.BLOCKED);
    }
}
