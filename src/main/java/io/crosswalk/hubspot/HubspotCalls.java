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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One authorised call to HubSpot at a time, counted, and sorted into an {@link Answer}. */
final class HubspotCalls {
    /** Too many calls, moving house, overloaded: not about this call, but about any. */
    private static final Set<Integer> LIMITED = Set.of(429, 477, 503);

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

    private Answer call(
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
            return told(kind, response.statusCode(), answers.of(response));
        } catch (NoAnswer none) {
            return new Answer.Later(Duration.ZERO, none.code(), none.getMessage());
        } catch (CrmUnavailable noToken) {
            return new Answer.Later(noToken.after(), noToken.code(), noToken.getMessage());
        }
    }

    private Answer told(CallListener.Kind kind, int status, Answer answer) {
        if (answer instanceof Answer.Later later && LIMITED.contains(status)) {
            listener.limited(kind, later.code(), later.after());
        }
        return answer;
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
