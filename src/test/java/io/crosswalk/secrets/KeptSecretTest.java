package io.crosswalk.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.secrets.SecretVault.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When a secret is read, and what is good of it. */
class KeptSecretTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private Instant now = START;
    private final MemoryVault vault =
            new MemoryVault().store(Stage.CURRENT, "{'token':'one'}", START);
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final KeptSecret secret = new KeptSecret(vault, MemoryVault.ID, clock);

    private String token() {
        return secret.current().required("token");
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void withinFiveMinutes_readOnce() {
        token();
        after(Duration.ofSeconds(299));

        assertThat(token()).isEqualTo("one");
        assertThat(vault.reads).isEqualTo(1);
    }

    @Test
    void rotated_theNewOneIsInForceAfterFiveMinutes() {
        token();
        vault.rotate("{'token':'two'}", now);
        after(Duration.ofMinutes(5));

        assertThat(token()).isEqualTo("two");
    }

    @Test
    void rotatedAndRefused_theNewOneIsInForceAtOnce() {
        token();
        after(Duration.ofMinutes(1));
        vault.rotate("{'token':'two'}", now);

        assertThat(secret.refused()).isTrue();
        assertThat(token()).isEqualTo("two");
    }

    @Test
    void refusedAgainAndAgain_readOnceAMinute() {
        token();
        for (int i = 0; i < 10; i++) {
            after(Duration.ofSeconds(12));
            assertThat(secret.refused()).isFalse();
        }

        assertThat(vault.reads).isEqualTo(1 + 2);
    }

    @Test
    void rotatedLessThanADayAgo_theOneBeforeIsGoodToo() {
        vault.rotate("{'token':'two'}", now);
        after(Duration.ofHours(23));

        assertThat(secret.good()).extracting(it -> it.required("token")).contains("two", "one");
    }

    @Test
    void rotatedADayAgo_theOneBeforeIsGoodNoMore() {
        vault.rotate("{'token':'two'}", now);
        after(Duration.ofDays(1));

        assertThat(secret.good()).extracting(it -> it.required("token")).containsExactly("two");
    }

    @Test
    void rotationUnderWay_thePendingOneIsGoodToo() {
        vault.store(Stage.PENDING, "{'token':'next'}", now);

        assertThat(secret.good()).extracting(it -> it.required("token")).contains("one", "next");
    }

    @Test
    void pendingStoredAfterTheLastRead_refusedFindsIt() {
        secret.good();
        after(Duration.ofMinutes(1));
        vault.store(Stage.PENDING, "{'token':'next'}", now);

        assertThat(secret.refused()).isTrue();
        assertThat(secret.good()).extracting(it -> it.required("token")).contains("next");
    }

    @Test
    void vaultAway_whatWasReadBeforeIsUsedOn() {
        token();
        after(Duration.ofHours(1));
        vault.failure = new SecretUnusable("Secret 'crosswalk/hubspot' cannot be read.");

        assertThat(token()).isEqualTo("one");
        assertThat(secret.refused()).isFalse();
    }

    @Test
    void vaultAwayAtTheStart_saysWhichSecret() {
        vault.failure = new SecretUnusable("Secret 'crosswalk/hubspot' cannot be read.");

        assertThatThrownBy(this::token)
                .isInstanceOf(SecretUnusable.class)
                .hasMessageContaining("'crosswalk/hubspot'");
    }

    @Test
    void noVersionYet_saysSo() {
        KeptSecret other = new KeptSecret(vault, "crosswalk/other", clock);

        assertThatThrownBy(other::current)
                .hasMessage("Secret 'crosswalk/other' has no value yet. Store one.");
    }

    @Test
    void memberReplaced_isStoredAndTheOthersStay() {
        vault.store(Stage.CURRENT, "{'token':'one','other':'kept'}", now);

        secret.replace("token", "two");

        assertThat(token()).isEqualTo("two");
        KeptSecret elsewhere = new KeptSecret(vault, MemoryVault.ID, clock);
        assertThat(elsewhere.current().required("token")).isEqualTo("two");
        assertThat(elsewhere.current().required("other")).isEqualTo("kept");
    }

    @Test
    void memberThatCannotBeStored_isUsedOnAndStoredOnceThatWorks() {
        token();
        vault.readOnly = true;
        assertThatThrownBy(() -> secret.replace("token", "two")).isInstanceOf(SecretUnusable.class);

        after(Duration.ofMinutes(6));
        assertThat(token()).isEqualTo("two");
        assertThat(secret.refused()).isFalse();

        vault.readOnly = false;
        after(Duration.ofMinutes(6));
        assertThat(token()).isEqualTo("two");
        KeptSecret elsewhere = new KeptSecret(vault, MemoryVault.ID, clock);
        assertThat(elsewhere.current().required("token")).isEqualTo("two");
    }

    @Test
    void memberThatCannotBeStored_givesWayToWhatAPersonStores() {
        token();
        vault.readOnly = true;
        assertThatThrownBy(() -> secret.replace("token", "two")).isInstanceOf(SecretUnusable.class);
        vault.rotate("{'token':'three'}", now);

        after(Duration.ofMinutes(6));

        assertThat(token()).isEqualTo("three");
    }
}
