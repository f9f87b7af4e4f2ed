package io.crosswalk.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts a simulated CRM behind a path of the HTTP server that is running anyway. Calls run in
 * parallel on worker threads.
 */
public final class SandboxRoutes {
    private SandboxRoutes() {}

    /**
     * @param basePath without a slash at its end: {@code /sandbox/hubspot}
     */
    public static void mount(
            Router router, String basePath, Function<SandboxRequest, SandboxResponse> crm) {
        router.route(basePath + "/*").handler(BodyHandler.create(false));
        router.route(basePath + "/*")
                .blockingHandler(
                        context ->
                                answer(
                                        context,
                                        crm.apply(
                                                request(
                                                        context.request(),
                                                        context,
                                                        basePath.length()))),
                        false);
    }

    private static SandboxRequest request(
            HttpServerRequest http, RoutingContext context, int basePathLength) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> header : http.headers()) {
            headers.merge(
                    header.getKey().toLowerCase(Locale.ROOT),
                    header.getValue(),
                    (first, second) -> first + "," + second);
        }
        Buffer body = context.body().buffer();
        return SandboxRequest.of(
                http.method().name(),
                http.uri().substring(basePathLength),
                headers,
                body == null ? new byte[0] : body.getBytes());
    }

    private static void answer(RoutingContext context, SandboxResponse answer) {
        long delayMillis = answer.delay().toMillis();
        if (delayMillis > 0) {
            context.vertx().setTimer(delayMillis, timer -> send(context, answer));
        } else {
            send(context, answer);
        }
    }

    private static void send(RoutingContext context, SandboxResponse answer) {
        HttpServerResponse http = context.response();
        // The caller may have given up while its answer was held back.
        if (http.closed() || http.ended()) {
            return;
        }
        http.setStatusCode(answer.status());
        answer.headers()
                .forEach(
                        (name, value) -> {
                            if (!name.equals(SandboxResponse.DELAY_MILLIS)) {
                                http.putHeader(name, value);
                            }
                        });
        http.end(Buffer.buffer(answer.body()));
    }
}
