package io.crosswalk.sandbox.salesforce;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Event Relay and EventBridge in one: POSTs each change event to {@code
 * crosswalk.sandbox.salesforce.event-target} until it is answered 2xx. {@code none} sends nothing.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
public class ChangeEventRelay {
    private static final Logger LOG = Logger.getLogger(ChangeEventRelay.class);
    private static final String TARGET = "crosswalk.sandbox.salesforce.event-target";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int IN_FLIGHT_MAX = 8;

    private final SalesforceSandbox sandbox;
    private final Config config;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ScheduledExecutorService worker =
            Executors.newScheduledThreadPool(
                    2,
                    work -> {
                        Thread thread = new Thread(work, "salesforce-sandbox-events");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final HttpClient http =
            HttpClient.newBuilder()
                    .executor(worker)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    ChangeEventRelay(SalesforceSandbox sandbox, Config config) {
        this.sandbox = sandbox;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (target().equals("none")) {
            return;
        }
        sandbox.onQueued(this::soon);
        worker.scheduleWithFixedDelay(
                this::sendDue, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        sandbox.onQueued(() -> {});
        worker.shutdownNow();
    }

    /** Read at every use: the port of a test is known only once the server runs. */
    private String target() {
        return config.getOptionalValue(TARGET, String.class)
                .orElseGet(
                        () -> {
                            boolean test = LaunchMode.current() == LaunchMode.TEST;
                            int port =
                                    config.getOptionalValue(
                                                    test
                                                            ? "quarkus.http.test-port"
                                                            : "quarkus.http.port",
                                                    Integer.class)
                                            .orElse(test ? 8081 : 8080);
                            return "http://localhost:" + port + "/local/eventbridge";
                        });
    }

    private void soon() {
        try {
            worker.execute(this::sendDue);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The Salesforce sandbox stops; its events stay where they are");
        }
    }

    private void sendDue() {
        try {
            int free = IN_FLIGHT_MAX - inFlight.get();
            if (free > 0) {
                sandbox.due(free).forEach(this::send);
            }
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again.
            LOG.error("The Salesforce sandbox cannot send change events", e);
        }
    }

    private void send(QueuedEvent event) {
        inFlight.incrementAndGet();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(target()))
                            .timeout(ANSWER_WITHIN)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(event.json()))
                            .build();
            http.sendAsync(request, BodyHandlers.discarding())
                    .whenComplete(
                            (response, failure) ->
                                    sent(event, failure == null ? response.statusCode() : 0));
        } catch (IllegalArgumentException badTarget) {
            LOG.error("The target of the Salesforce sandbox's change events is no URL");
            sent(event, 0);
        }
    }

    private void sent(QueuedEvent event, int status) {
        inFlight.decrementAndGet();
        if (status >= 200 && status < 300) {
            sandbox.delivered(event.number());
        } else {
            sandbox.failed(event.number());
        }
        soon();
    }
}
