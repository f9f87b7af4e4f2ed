package io.crosswalk.salesforce;

import io.crosswalk.records.CrmUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session in use. However many threads want one, only one of them logs in. */
final class Sessions {
    private final Clock clock;
    private final Supplier<Session> login;
    private @Nullable Session session;
    private @Nullable CompletableFuture<Session> flight;

    /**
     * @param login throws {@link CrmUnavailable}
     */
    Sessions(Clock clock, Supplier<Session> login) {
        this.clock = clock;
        this.login = login;
    }

    /**
     * @param instanceUrl the base of all calls, without a slash at its end; may be another one
     *     after the next login
     * @param until when to log in again
     */
    record Session(String token, String instanceUrl, Instant until) {
        @Override
        public String toString() {
            return "Session[" + instanceUrl + ", until=" + until + "]";
        }
    }

    /**
     * @throws CrmUnavailable if logging in fails; the next caller tries again
     */
    Session current() {
        CompletableFuture<Session> shared;
        boolean pilot = false;
        synchronized (this) {
            if (session != null && clock.instant().isBefore(session.until())) {
                return session;
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

    /** Salesforce refused this session: the next caller logs in, unless another already has. */
    synchronized void forget(Session refused) {
        if (session == refused) {
            session = null;
        }
    }

    private void fly(CompletableFuture<Session> shared) {
        try {
            Session fresh = login.get();
            synchronized (this) {
                session = fresh;
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

    private static Session landed(CompletableFuture<Session> shared) {
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
