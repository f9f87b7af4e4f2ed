package io.crosswalk.secrets;

import io.crosswalk.secrets.SecretVault.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A secret in memory, read again after {@link #KEPT} and whenever it was refused, so that a
 * rotation needs no deployment. Thread-safe.
 */
public final class KeptSecret {
    private static final Logger LOG = Logger.getLogger(KeptSecret.class);

    static final Duration KEPT = Duration.ofMinutes(5);

    /** Anybody can send a wrong signature; it must not cost a call every time. */
    static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(1);

    /** As long the version before is good beside the one in force. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private final SecretVault vault;
    private final String id;
    private final Clock clock;
    private @Nullable Secret current;
    private @Nullable List<Secret> others;
    private String stored = "";
    private @Nullable Unstored unstored;
    private Instant readAt = Instant.MIN;

    public KeptSecret(SecretVault vault, String id, Clock clock) {
        this.vault = vault;
        this.id = id;
        this.clock = clock;
    }

    /**
     * A value that could not be stored.
     *
     * @param over the text that was in force then; a person who stores another one knows better
     */
    private record Unstored(String over, String member, String value) {
        @Override
        public String toString() {
            return "Unstored[member=" + member + "]";
        }
    }

    public String id() {
        return id;
    }

    /**
     * The version in force. While Secrets Manager cannot be reached, the one that was read before.
     *
     * @throws SecretUnusable if it was never read and cannot be read now
     */
    public synchronized Secret current() {
        Secret known = current;
        if (known == null) {
            return read();
        }
        if (clock.instant().isBefore(readAt.plus(KEPT))) {
            return known;
        }
        try {
            return read();
        } catch (SecretUnusable e) {
            LOG.warnf("%s The version that was read before is used on.", e.getMessage());
            readAt = clock.instant();
            return known;
        }
    }

    /**
     * The version in force; the one that is pending; and the one before, for a day after it was
     * replaced: whoever uses the secret does not change at the same moment.
     *
     * @throws SecretUnusable as {@link #current()}
     */
    public synchronized List<Secret> good() {
        Secret inForce = current();
        List<Secret> beside = others;
        if (beside == null) {
            beside = readOthers(inForce);
            others = beside;
        }
        List<Secret> good = new ArrayList<>(beside);
        good.add(0, inForce);
        return good;
    }

    /**
     * Somebody refused what it says, so it is read again, unless that was less than a minute ago.
     *
     * @return whether it says something else now
     */
    public synchronized boolean refused() {
        Secret before = current;
        if (before == null || clock.instant().isBefore(readAt.plus(ASKED_AGAIN_AFTER))) {
            return false;
        }
        try {
            List<Secret> beside = others;
            Secret now = read();
            return !now.sameAs(before) || (beside != null && !sameAs(beside, good()));
        } catch (SecretUnusable e) {
            LOG.warn(e.getMessage());
            readAt = clock.instant();
            return false;
        }
    }

    /**
     * Stores it with another value for one member, and uses that from now on, stored or not: as
     * long as nobody stores anything else, it is read as if it had been.
     *
     * @throws SecretUnusable if it could not be stored
     */
    public synchronized void replace(String member, String value) {
        Secret before = current();
        String text = before.with(member, value);
        current = Secret.of(id, new SecretVault.Version(text, clock.instant()));
        unstored = new Unstored(stored, member, value);
        store(text);
    }

    private void store(String text) {
        vault.write(id, text);
        stored = text;
        unstored = null;
    }

    private Secret read() {
        SecretVault.Version version =
                vault.read(id, Stage.CURRENT)
                        .orElseThrow(
                                () ->
                                        new SecretUnusable(
                                                "Secret '"
                                                        + id
                                                        + "' has no value yet. Store one."));
        Secret read = withUnstored(version);
        current = read;
        others = null;
        readAt = clock.instant();
        return read;
    }

    private Secret withUnstored(SecretVault.Version version) {
        Secret read = Secret.of(id, version);
        stored = version.text();
        Unstored pending = unstored;
        if (pending == null || !pending.over().equals(version.text())) {
            unstored = null;
            return read;
        }
        String text = read.with(pending.member(), pending.value());
        try {
            store(text);
        } catch (SecretUnusable e) {
            LOG.warnf("%s What could not be stored is used on.", e.getMessage());
        }
        return Secret.of(id, new SecretVault.Version(text, version.since()));
    }

    private List<Secret> readOthers(Secret inForce) {
        List<Secret> beside = new ArrayList<>();
        add(beside, Stage.PENDING);
        if (clock.instant().isBefore(inForce.since().plus(OVERLAP))) {
            add(beside, Stage.PREVIOUS);
        }
        return List.copyOf(beside);
    }

    /** Without it the version in force is good all the same. */
    private void add(List<Secret> beside, Stage stage) {
        try {
            vault.read(id, stage).map(version -> Secret.of(id, version)).ifPresent(beside::add);
        } catch (SecretUnusable e) {
            LOG.warnf("%s (version %s)", e.getMessage(), stage.label());
        }
    }

    /**
     * @param good the version in force first
     */
    private static boolean sameAs(List<Secret> beside, List<Secret> good) {
        if (beside.size() != good.size() - 1) {
            return false;
        }
        for (int i = 0; i < beside.size(); i++) {
            if (!beside.get(i).sameAs(good.get(i + 1))) {
                return false;
            }
        }
        return true;
    }
}
