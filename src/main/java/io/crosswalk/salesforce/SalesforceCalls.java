package io.crosswalk.salesforce;

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
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One authorised call to Salesforce at a time, counted, and sorted into an {@link Answer}. */
final class SalesforceCalls {
    private static final String CALL_OPTIONS = "Sforce-Call-Options";

    private final SalesforceSettings settings;
    private final Clock clock;
    private final CallListener listener;
    private final Exchange exchange;
    private final SharedLogin<Session> sessions;
    private final Answers answers;
    private final AtomicReference<CallBudget> budget = new AtomicReference<>(CallBudget.UNKNOWN);

    SalesforceCalls(
            SalesforceSettings settings,
            SalesforceCredentials credentials,
            Clock clock,
            ObjectMapper json,
            CallListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.exchange = new Exchange("Salesforce", settings.callTimeout());
        this.answers = new Answers(json);
        SalesforceLogin login = new SalesforceLogin(settings, credentials, clock, json, this::send);
        this.sessions = new SharedLogin<>(clock, login::login);
    }

    CallBudget budget() {
        return budget.get();
    }

    /** What every path of the data API starts with. */
    String data() {
        return "/services/data/v" + settings.apiVersion();
    }

    /**
     * @param path from the host on, with {@link #data()}
     */
    Answer get(CallListener.Kind kind, String path) {
        return call(kind, 0, "GET", path, null);
    }

    Answer send(CallListener.Kind kind, int records, String method, String path, JsonNode body) {
        return call(kind, records, method, path, body);
    }

    private Answer call(
            CallListener.Kind kind,
            int records,
            String method,
            String path,
            @Nullable JsonNode body) {
        try {
            Session session = sessions.current();
            HttpResponse<byte[]> response =
                    send(kind, records, request(kind, method, path, body, session));
            if (response.statusCode() == 401) {
                sessions.forget(session);
                response =
                        send(kind, records, request(kind, method, path, body, sessions.current()));
            }
            return told(kind, response.statusCode(), answers.of(response));
        } catch (NoAnswer none) {
            return new Answer.Later(Duration.ZERO, none.code(), none.getMessage());
        } catch (CrmUnavailable noSession) {
            return Answer.Later.unsent(noSession);
        }
    }

    private Answer told(CallListener.Kind kind, int status, Answer answer) {
        if (answer instanceof Answer.Later later
                && (status == 503 || later.code().equals(ErrorClass.REQUEST_LIMIT))) {
            listener.limited(kind, later.code(), later.after());
        }
        return answer;
    }

    /**
     * What a write says besides its values: that it is ours, for {@code changeOrigin} of its change
     * events, and that a duplicate rule that only alerts is no reason against it, as a person would
     * answer the alert. One that blocks still does (REST API guide, "Call Options Header",
     * "Duplicate Rule Header").
     */
    Map<String, String> writeHeaders() {
        return Map.of(CALL_OPTIONS, client(), "Sforce-Duplicate-Rule-Header", "allowSave=true");
    }

    private String client() {
        return "client=" + settings.clientName();
    }

    private HttpRequest request(
            CallListener.Kind kind,
            String method,
            String path,
            @Nullable JsonNode body,
            Session session) {
        URI uri = URI.create(session.instanceUrl() + path);
        HttpRequest.Builder request =
                Requests.json(method, uri, body == null ? null : body.toString())
                        .header("Authorization", "Bearer " + session.token());
        if (kind == CallListener.Kind.COLLECTION_UPDATE) {
            writeHeaders().forEach(request::header);
        } else {
            request.header(CALL_OPTIONS, client());
        }
        return request.build();
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
