package io.crosswalk.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.crosswalk.sandbox.SandboxRequest;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeEventRelayTest {
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final SalesforceSandbox sandbox =
            new SalesforceSandbox(
                    Clock.systemUTC(), 1, SalesforceSettings.standard().withRecords(0, 0, 0));
    private HttpServer listener;
    private ChangeEventRelay relay;

    @BeforeEach
    void listen() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/events",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean refuse = refusals.getAndDecrement() > 0;
                    if (!refuse) {
                        accepted.add(new String(body, StandardCharsets.UTF_8));
                    }
                    exchange.sendResponseHeaders(refuse ? 500 : 202, -1);
                    exchange.close();
                });
        listener.start();
        relay =
                new ChangeEventRelay(
                        sandbox,
                        new SmallRyeConfigBuilder()
                                .withDefaultValue(
                                        "crosswalk.sandbox.salesforce.event-target",
                                        "http://localhost:"
                                                + listener.getAddress().getPort()
                                                + "/events")
                                .build());
        relay.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        relay.stop(new ShutdownEvent());
        listener.stop(0);
    }

    private void create(String lastName) {
        byte[] body = ("{\"LastName\":\"" + lastName + "\"}").getBytes(StandardCharsets.UTF_8);
        sandbox.handle(
                SandboxRequest.of("POST", "/services/data/v62.0/sobjects/Contact", Map.of(), body));
    }

    @Test
    void everyEvent_arrivesOnceWhenAccepted() {
        create("A");
        create("B");
        await().atMost(Duration.ofSeconds(10)).until(() -> accepted.size() == 2);
        assertThat(accepted).anyMatch(event -> event.contains("\"LastName\":\"A\""));
        assertThat(sandbox.nextDue()).isEmpty();
    }

    @Test
    void refusedEvent_arrivesLater() {
        refusals.set(1);
        create("A");
        await().atMost(Duration.ofSeconds(10)).until(() -> accepted.size() == 1);
        assertThat(refusals.get()).isLessThan(0);
    }
}
