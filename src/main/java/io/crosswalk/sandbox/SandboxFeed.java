package io.crosswalk.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes in both CRMs, live: server-sent events at {@code /sandbox/feed}. Who comes back with
 * {@code Last-Event-ID} gets what it missed, as far as it is kept.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
public class SandboxFeed {
    /** About four megabytes: a burst of thousands of changes is not lost on who reads slowly. */
    private static final int KEPT_MAX = 20_000;

    private static final int LISTENERS_MAX = 32;
    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Deque<Event> kept = new ArrayDeque<>();
    private final List<HttpServerResponse> listeners = new ArrayList<>();
    private long last;

    /**
     * @param number rises by one
     * @param text as it goes over the wire
     */
    private record Event(long number, String text) {}

    void routes(@Observes Router router) {
        router.get("/sandbox/feed").handler(this::listen);
    }

    /** Safe from any thread; never waits for a listener. */
    public synchronized void tell(SandboxChange change) {
        last++;
        Event event = new Event(last, "id: " + last + "\ndata: " + json(change) + "\n\n");
        kept.addLast(event);
        if (kept.size() > KEPT_MAX) {
            kept.removeFirst();
        }
        for (HttpServerResponse listener : List.copyOf(listeners)) {
            write(listener, event.text());
        }
    }

    private synchronized void listen(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (listeners.size() >= LISTENERS_MAX) {
            response.setStatusCode(503).end();
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        response.write("retry: 1000\n\n");
        long seen = seen(context.request().getHeader("Last-Event-ID"));
        kept.stream()
                .filter(event -> event.number() > seen)
                .forEach(event -> response.write(event.text()));
        listeners.add(response);
        long timer =
                context.vertx()
                        .setPeriodic(HEARTBEAT_MILLIS, tick -> write(response, ": still here\n\n"));
        context.addEndHandler(
                ended -> {
                    context.vertx().cancelTimer(timer);
                    forget(response);
                });
    }

    /** Whoever has seen nothing yet begins with what comes next. */
    private long seen(@Nullable String header) {
        boolean known = header != null && header.matches("[0-9]{1,15}");
        return known ? Long.parseLong(header) : last;
    }

    /** One that does not read is let go: it comes back and says what it has seen. */
    private void write(HttpServerResponse listener, String text) {
        if (listener.closed() || listener.ended()) {
            forget(listener);
        } else if (listener.writeQueueFull()) {
            forget(listener);
            listener.end();
        } else {
            listener.write(text);
        }
    }

    private synchronized void forget(HttpServerResponse listener) {
        listeners.remove(listener);
    }

    private static String json(SandboxChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("crm", change.crm())
                .put("type", change.type())
                .put("id", change.id())
                .put("kind", change.kind().name())
                .put("name", change.name())
                .put("value", change.value())
                .put("by", change.by().name())
                .put("at", change.at().toString());
        return json.toString();
    }
}
