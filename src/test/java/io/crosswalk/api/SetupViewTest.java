package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.api.SetupCheck.Step;
import io.crosswalk.api.SetupView.CheckView;
import io.crosswalk.api.SetupView.StepView;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left to do, and whether changes are found without it. */
class SetupViewTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void eventsThatNeverCame_areAllThatIsLeft() {
        assertThat(view(Map.of(SetupCheck.SALESFORCE_EVENTS, State.TO_DO)).onlyEventsLeft())
                .isTrue();
        assertThat(view(Map.of(SetupCheck.HUBSPOT_WEBHOOK, State.WRONG)).onlyEventsLeft()).isTrue();
    }

    @Test
    void permissionThatIsMissing_isMoreThanEvents() {
        SetupView view =
                view(
                        Map.of(
                                SetupCheck.SALESFORCE_EVENTS, State.TO_DO,
                                SetupCheck.SALESFORCE_PERMISSIONS, State.WRONG));

        assertThat(view.onlyEventsLeft()).isFalse();
    }

    @Test
    void loginThatCannotBeTried_isMoreThanEvents() {
        assertThat(view(Map.of(SetupCheck.HUBSPOT_CREDENTIALS, State.UNKNOWN)).onlyEventsLeft())
                .isFalse();
    }

    @Test
    void installationThatIsComplete_hasNothingLeft() {
        assertThat(view(Map.of()).onlyEventsLeft()).isFalse();
    }

    private static SetupView view(Map<SetupCheck, State> left) {
        Map<SetupCheck, State> states = new EnumMap<>(SetupCheck.class);
        Arrays.stream(SetupCheck.values()).forEach(check -> states.put(check, State.FINE));
        states.putAll(left);
        List<StepView> steps = Arrays.stream(Step.values()).map(it -> step(it, states)).toList();
        int open = (int) steps.stream().filter(step -> !step.done()).count();
        return new SetupView(open == 0, open, steps);
    }

    private static StepView step(Step step, Map<SetupCheck, State> states) {
        List<CheckView> checks =
                states.entrySet().stream()
                        .filter(it -> it.getKey().step() == step)
                        .map(it -> check(it.getKey(), it.getValue()))
                        .toList();
        boolean done = checks.stream().allMatch(check -> check.state() == State.FINE);
        return new StepView(step, step.title(), done, checks);
    }

    private static CheckView check(SetupCheck check, State state) {
        return new CheckView(check, check.title(), state, "", null, null, NOON);
    }
}
