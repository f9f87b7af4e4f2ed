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
import java.util.function.Function;
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

    /** A call that is about the token itself. */
    Answered about(CallListener.Kind kind, Function<AccessToken, HttpRequest> request) {
        return called(kind, 0, request);
    }

    /**
     * What calls are authorised with now.
     *
     * @throws CrmUnavailable if there is none to be had
     */
    AccessToken token() {
        return tokens.current();
    }

    private Answer call(
            CallListener.Kind kind,
            int records,
            String method,
            String path,
            @Nullable JsonNode body) {
        URI uri = URI.create(settings.baseUrl() + path);
        String text = body == null ? null : body.toString();
        return called(kind, records, token -> authorised(Requests.json(method, uri, text), token))
                .answer();
    }

    HttpRequest authorised(HttpRequest.Builder request, AccessToken token) {
        return request.header("Authorization", "Bearer " + token.token()).build();
    }

    /**
     * A search that came too soon is sent again when the second is over: else all that it is made
     * for would be put off, come again together, and be too many again.
     */
    private Answered called(
            CallListener.Kind kind, int records, Function<AccessToken, HttpRequest> request) {
        Answered answered = once(kind, records, request);
        for (int tries = 1; tries < SEARCH_TRIES && waited(kind, answered.answer()); tries++) {
            answered = once(kind, records, request);
        }
        if (answered.answer() instanceof Answer.Later later
                && LIMITED.contains(answered.status())) {
            listener.limited(kind, later.code(), later.after());
        }
        return answered;
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
    record Answered(int status, Answer answer) {}

    private Answered once(
            CallListener.Kind kind, int records, Function<AccessToken, HttpRequest> request) {
        try {
            AccessToken token = tokens.current();
            HttpResponse<byte[]> response = send(kind, records, request.apply(token));
            if (response.statusCode() == 401) {
                tokens.forget(token);
                credentials.refused();
                AccessToken renewed = tokens.current();
                // A private app's token is the same until a person replaces it.
                if (!renewed.token().equals(token.token())) {
                    response = send(kind, records, request.apply(renewed));
                }
            }
            return new Answered(response.statusCode(), answers.of(response));
        } catch (NoAnswer none) {
            return new Answered(0, new Answer.Later(Duration.ZERO, none.code(), none.getMessage()));
        } catch (CrmUnavailable noToken) {
            return new Answered(0, Answer.Later.unsent(noToken));
        }
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
