package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.SandboxChange;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One simulated Salesforce org. Safe for concurrent calls, which it serves one after the other;
 * deterministic given the same calls at the same times.
 *
 * <p>Change events wait inside until somebody carries them out: {@link #due}, then {@link
 * #delivered} or {@link #failed} for each.
 */
public final class SalesforceSandbox {
    /** Where it stands on the HTTP server; the OAuth answers' {@code instance_url} ends in it. */
    public static final String BASE_PATH = "/sandbox/salesforce";

    private final Org org;
    private final OAuth oauth;
    private final RestApi restApi;
    private final Control control;
    private volatile Runnable queued = () -> {};

    public SalesforceSandbox(InstantSource clock, long seed, SalesforceSettings settings) {
        this.org = new Org(clock, seed, settings);
        this.oauth = new OAuth(settings, org.sessions);
        this.restApi = new RestApi(org);
        this.control = new Control(org);
    }

    /**
     * Answers one call. A delayed answer's effects have already happened.
     *
     * @param request its path is relative to {@link #BASE_PATH}
     */
    public SandboxResponse handle(SandboxRequest request) {
        SandboxResponse response;
        synchronized (this) {
            try {
                response = answer(request);
            } catch (Refused refused) {
                response = Json.error(refused);
            }
        }
        if (!request.method().equals("GET")) {
            queued.run();
        }
        return response;
    }

    /** Events whose time has come, at most {@code max}; each is handed out once until it fails. */
    public synchronized List<QueuedEvent> due(int max) {
        return org.queue.due(org.clock.instant(), max);
    }

    /**
     * When the next event is due; empty if none waits, or those that wait are blocked by one in
     * flight.
     */
    public synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(org.queue.nextDue());
    }

    public synchronized void delivered(long number) {
        org.queue.delivered(number);
    }

    /** Puts the event back, to be due again after a pause that grows with every attempt. */
    public synchronized void failed(long number) {
        org.queue.failed(number, org.clock.instant());
    }

    /** Called outside the lock after every call that may have queued something. */
    public void onQueued(Runnable listener) {
        queued = listener;
    }

    /**
     * @param listener told of every change, under the org's lock: must not wait
     */
    public synchronized void onChange(Consumer<SandboxChange> listener) {
        org.listener(listener);
    }

    private SandboxResponse answer(SandboxRequest request) {
        String path = request.path();
        if (path.startsWith("/_control/")) {
            return control.handle(request);
        }
        if (path.equals("/services/oauth2/token") && request.method().equals("POST")) {
            SandboxResponse response = oauth.token(request, base(request), org.clock.instant());
            org.counts.add(true, CallKind.TOKEN, response.status(), 0);
            return response;
        }
        if (path.equals("/services/oauth2/revoke")) {
            return oauth.revoke(request);
        }
        return restApi.handle(request);
    }

    private static String base(SandboxRequest request) {
        String protocol = request.header("x-forwarded-proto");
        String host = request.header("host");
        return (protocol == null ? "http" : protocol)
                + "://"
                + (host == null ? "localhost" : host)
                + BASE_PATH;
    }
}
