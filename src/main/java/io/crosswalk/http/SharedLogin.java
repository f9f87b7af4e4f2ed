package io.crosswalk.http;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a login granted, in use. However many threads want it, only one of them logs in. */
public final class SharedLogin<G extends SharedLogin.Grant> {

    /** What calls are authorised with. Equal ones are refused together. */
    public interface Grant {
        /** When to log in again; earlier than the grant's own end. */
        Instant until();
    }

    private final Clock clock;
    private final Supplier<G> login;
    private @Nullable G granted;
    private @Nullable CompletableFuture<G> flight;

    /**
     * @param login what it throws, all who wait for it get
     */
    public SharedLogin(Clock clock, Supplier<G> login) {
        this.clock = clock;
        this.login = login;
    }

    /** Fails as the login does; the next caller tries again. */
    public G current() {
        CompletableFuture<G> shared;
        boolean pilot = false;
        synchronized (this) {
            G known = granted;
            if (known != null && clock.instant().isBefore(known.until())) {
                return known;
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
        return landed(shared);
    }

    /** It was refused: the next caller logs in, unless another already has. */
    public synchronized void forget(G refused) {
        if (refused.equals(granted)) {
            granted = null;
        }
    }

    private void fly(CompletableFuture<G> shared) {
        try {
            G fresh = login.get();
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

    private static <G> G landed(CompletableFuture<G> shared) {
        try {
            return shared.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
