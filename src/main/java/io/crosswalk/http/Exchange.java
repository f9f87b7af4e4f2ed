package io.crosswalk.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a request and waits for the whole answer, body included, a limited time. */
public final class Exchange {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final String whom;
    private final Duration timeout;
    private @Nullable HttpClient http;

    /**
     * @param whom who answers, for people: "HubSpot"
     */
    public Exchange(String whom, Duration timeout) {
        this.whom = whom;
        this.timeout = timeout;
    }

    /**
     * The request's own timeout ends with the answer's headers; a body that never comes would hold
     * the caller for ever. So the wait itself is bounded.
     */
    public HttpResponse<byte[]> send(HttpRequest request) throws NoAnswer {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new NoAnswer("TIMEOUT", whom + " did not answer within " + timeout);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("TIMEOUT", "The wait for " + whom + "'s answer was interrupted");
        } catch (ExecutionException failed) {
            throw noAnswer(failed.getCause());
        }
    }

    private NoAnswer noAnswer(@Nullable Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException) {
            return new NoAnswer("UNREACHABLE", whom + " cannot be reached");
        }
        String what = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        return new NoAnswer(
                "TIMEOUT", "The connection to " + whom + " broke before its answer" + what);
    }

    /** Made at the first call: a native image must not carry an open selector. */
    private synchronized HttpClient client() {
        HttpClient made = http;
        if (made == null) {
            Duration half = timeout.dividedBy(2);
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECT_MAX.compareTo(half) < 0 ? CONNECT_MAX : half)
                            .build();
            http = made;
        }
        return made;
    }
}
