package io.crosswalk.hubspot;

import io.crosswalk.records.CrmUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The access token in use. However many threads want one, only one of them logs in. */
final class AccessTokens {
    private final Clock clock;
    private final Supplier<Granted> login;
    private @Nullable Granted granted;
    private @Nullable CompletableFuture<Granted> flight;

    /**
     * @param login throws {@link CrmUnavailable}
     */
    AccessTokens(Clock clock, Supplier<Granted> login) {
        this.clock = clock;
        this.login = login;
    }

    /**
     * @param until when to log in again; earlier than HubSpot's own expiry
     */
    record Granted(String token, Instant until) {
        @Override
        public String toString() {
            return "Granted[until=" + until + "]";
        }
    }

    /**
     * @throws CrmUnavailable if logging in fails; the next caller tries again
     */
    String current() {
        CompletableFuture<Granted> shared;
        boolean pilot = false;
        synchronized (this) {
            if (granted != null && clock.instant().isBefore(granted.until())) {
                return granted.token();
            }
            if (flight == null) {
                flight = new CompletableFuture<>();
                pilot = true;
            }
            shared = flight;
        }
        if (pilot) {
            fly(shared);
        }
        return landed(shared).token();
    }

    /** HubSpot refused this token: the next caller logs in, unless another already has. */
    synchronized void forget(String refused) {
        if (granted != null && granted.token().equals(refused)) {
            granted = null;
        }
    }

    private void fly(CompletableFuture<Granted> shared) {
        try {
            Granted fresh = login.get();
            synchronized (this) {
                granted = fresh;
                flight = null;
            }
            shared.complete(fresh);
        } catch (RuntimeException | Error failed) {
            synchronized (this) {
                flight = null;
            }
            shared.completeExceptionally(failed);
        }
    }

    private static Granted landed(CompletableFuture<Granted> shared) {
        try {
            return shared.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CrmUnavailable unavailable) {
                throw unavailable;
            }
            throw failed;
        }
    }
}
