package io.crosswalk.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.http.Exchange;
import io.crosswalk.http.NoAnswer;
import io.crosswalk.http.Requests;
import io.crosswalk.http.SharedLogin;
import io.crosswalk.records.CrmUnavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One authorised call to HubSpot at a time, counted, and sorted into an {@link Answer}. */
final class HubspotCalls {
    /** Too many calls, moving house, overloaded: not about this call, but about any. */
    private static final Set<Integer> LIMITED = Set.of(429, 477, 503);

    /**
     * Searches are limited by the second (5, HubSpot's search guide), and one batch may need more
     * of them.
     */
    private static final int SEARCH_TRIES = 5;

    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);
    private static final int PAUSES_DIFFER_MILLIS = 300;

    private final HubspotSettings settings;
    private final HubspotCredentials credentials;
    private final Clock clock;
    private final CallListener listener;
    private final Exchange exchange;
    private final SharedLogin<AccessToken> tokens;
    private final Answers answers;
    private final AtomicReference<CallBudget> budget = new AtomicReference<>(CallBudget.UNKNOWN);

    HubspotCalls(
            HubspotSettings settings,
            HubspotCredentials credentials,
            Clock clock,
            ObjectMapper json,
            CallListener listener) {
        this.settings = settings;
        this.credentials = credentials;
        this.clock = clock;
        this.listener = listener;
        this.exchange = new Exchange("HubSpot", settings.callTimeout());
        this.answers = new Answers(clock, json);
        HubspotLogin login = new HubspotLogin(settings, credentials, clock, json, this::send);
        this.tokens = new SharedLogin<>(clock, login::login);
    }

    CallBudget budget() {
        return budget.get();
    }

    Answer get(CallListener.Kind kind, String path) {
        return call(kind, 0, "GET", path, null);
    }

    Answer post(CallListener.Kind kind, int records, String path, JsonNode body) {
        return call(kind, records, "POST", path, body);
    }

    Answer patch(CallListener.Kind kind, String path, JsonNode body) {
        return call(kind, 0, "PATCH", path, body);
    }

    /**
     * A search that came too soon is sent again when the second is over: else all that it is made
     * for would be put off, come again together, and be too many again.
     */
    private Answer call(
            CallListener.Kind kind,
            int records,
            String method,
            String path,
            @Nullable JsonNode body) {
        Answered answered = once(kind, records, method, path, body);
        for (int tries = 1; tries < SEARCH_TRIES && waited(kind, answered.answer()); tries++) {
            answered = once(kind, records, method, path, body);
        }
        if (answered.answer() instanceof Answer.Later later
                && LIMITED.contains(answered.status())) {
            listener.limited(kind, later.code(), later.after());
        }
        return answered.answer();
    }

    private static boolean waited(CallListener.Kind kind, Answer answer) {
        return kind == CallListener.Kind.SEARCH
                && answer instanceof Answer.Later later
                && later.code().equals(Answers.SECONDLY)
                && later.after().compareTo(PAUSE_MAX) <= 0
                && waited(later.after());
    }

    private static boolean waited(Duration pause) {
        try {
            int more = ThreadLocalRandom.current().nextInt(PAUSES_DIFFER_MILLIS);
            TimeUnit.MILLISECONDS.sleep(pause.toMillis() + more);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @param status 0 if there was none
     */
    private record Answered(int status, Answer answer) {}

    private Answered once(
            CallListener.Kind kind,
            int records,
            String method,
            String path,
            @Nullable JsonNode body) {
        try {
            AccessToken token = tokens.current();
            HttpResponse<byte[]> response = send(kind, records, request(method, path, body, token));
            if (response.statusCode() == 401) {
                tokens.forget(token);
                credentials.refused();
                AccessToken renewed = tokens.current();
                // A private app's token is the same until a person replaces it.
                if (!renewed.token().equals(token.token())) {
                    response = send(kind, records, request(method, path, body, renewed));
                }
            }
            return new Answered(response.statusCode(), answers.of(response));
        } catch (NoAnswer none) {
            return new Answered(0, new Answer.Later(Duration.ZERO, none.code(), none.getMessage()));
        } catch (CrmUnavailable noToken) {
            return new Answered(0, Answer.Later.unsent(noToken));
        }
    }

    private HttpRequest request(
            String method, String path, @Nullable JsonNode body, AccessToken token) {
        URI uri = URI.create(settings.baseUrl() + path);
        return Requests.json(method, uri, body == null ? null : body.toString())
                .header("Authorization", "Bearer " + token.token())
                .build();
    }

    private HttpResponse<byte[]> send(CallListener.Kind kind, int records, HttpRequest request)
            throws NoAnswer {
        long start = System.nanoTime();
        int status = 0;
        try {
            HttpResponse<byte[]> response = exchange.send(request);
            status = response.statusCode();
            Instant now = clock.instant();
            listener.seen(budget.updateAndGet(known -> known.with(response.headers(), now)));
            return response;
        } finally {
            listener.called(kind, records, status, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
