package io.crosswalk.sandbox.hubspot;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Carries the portal's webhooks to whoever listens, in threads of its own. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
public class HubspotWebhookSender {
    private static final Logger LOG = Logger.getLogger(HubspotWebhookSender.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final HubspotSandbox sandbox;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(HubspotWebhookSender::daemon);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(2, HubspotWebhookSender::daemon);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .executor(workers)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_WITHIN)
                    .build();

    HubspotWebhookSender(HubspotSandbox sandbox) {
        this.sandbox = sandbox;
    }

    void start(@Observes StartupEvent event) {
        clock.scheduleWithFixedDelay(
                this::sendDue, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
        workers.shutdownNow();
    }

    private void sendDue() {
        try {
            sandbox.due().forEach(this::send);
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again.
            LOG.error("The HubSpot sandbox cannot send webhooks", e);
        }
    }

    private void send(WebhookDelivery delivery) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(delivery.target()))
                            .timeout(ANSWER_WITHIN)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach(request::header);
            http.sendAsync(request.build(), BodyHandlers.discarding())
                    .whenComplete(
                            (response, failure) ->
                                    sandbox.delivered(
                                            delivery.id(),
                                            failure == null ? response.statusCode() : 0));
        } catch (IllegalArgumentException badTarget) {
            LOG.error("The HubSpot sandbox cannot send webhooks to its target", badTarget);
            sandbox.delivered(delivery.id(), 0);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hubspot-sandbox-webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
