package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.sandbox.Dataset;
import io.crosswalk.sandbox.SandboxRoutes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal as a whole. */
class HubspotSandboxTest {
    @Test
    void dataset_isLoadedAsItIs() {
        Portal portal = new Portal();
        portal.sandbox.load(Dataset.generate(1, 200, 60, 80).hubspot());
        Portal.Answer contact =
                portal.get("/crm/v3/objects/contacts/100004?propertiesWithHistory=firstname");
        assertThat(contact.property("firstname").asText()).isEqualTo("<script>alert(1)</script>");
        assertThat(contact.json().at("/propertiesWithHistory/firstname/0/sourceType").asText())
                .isEqualTo("IMPORT");
        assertThat(portal.contact("new@example.com")).isEqualTo("100201");
        assertThat(portal.get("/_control/records").json().path("deals").asInt()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void withoutSalesforceIds_theyAreMissingOrCannotBeWritten(boolean readOnly, int there) {
        Portal portal = new Portal();
        portal.sandbox.withoutSalesforceIds(readOnly);
        portal.sandbox.load(Dataset.generate(1, 200, 60, 80).hubspot());

        Portal.Answer properties = portal.get("/crm/v3/properties/contacts");
        Portal.Answer written =
                portal.patch(
                        "/crm/v3/objects/contacts/100001",
                        "{'properties':{'salesforcecontactid':'0035g00000000GNAAY'}}");

        assertThat(properties.json().path("results").findValuesAsText("name"))
                .filteredOn("salesforcecontactid"::equals)
                .hasSize(there);
        assertThat(written.status()).isEqualTo(400);
    }

    @Test
    void sameCalls_sameAnswers() {
        assertThat(story()).isEqualTo(story());
    }

    private static List<String> story() {
        Portal portal = new Portal();
        portal.post("/_control/faults", "{'webhooks':{'lose':0.3,'duplicate':0.3,'reorder':0.5}}");
        List<String> story = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            story.add(portal.contact("c" + i + "@example.com"));
            portal.eventsAfterAMoment().forEach(event -> story.add(event.toString()));
        }
        return story;
    }

    @Test
    void manyThreads_loseNoWrite() throws InterruptedException {
        Portal portal = new Portal();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 200; i++) {
                                    portal.create("companies", "{'name':'x'}");
                                }
                            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(portal.get("/_control/records").json().path("companies").asInt())
                .isEqualTo(1_600);
    }

    @Test
    void overHttp_pathQueryHeadersAndBodyArrive() throws Exception {
        Portal portal = new Portal();
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            SandboxRoutes.mount(router, "/sandbox/hubspot", portal.sandbox::handle);
            HttpServer server =
                    vertx.createHttpServer()
                            .requestHandler(router)
                            .listen(0, "127.0.0.1")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS);
            String base = "http://127.0.0.1:" + server.actualPort() + "/sandbox/hubspot";
            HttpResponse<String> created =
                    send(
                            HttpRequest.newBuilder(URI.create(base + "/crm/v3/objects/contacts"))
                                    .header("Authorization", "Bearer pat-crosswalk")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"properties\":{\"email\":\"a+b@x.example\","
                                                            + "\"city\":\"Łódź\"}}")));
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.headers().firstValue("X-HubSpot-RateLimit-Max")).hasValue("190");
            HttpResponse<String> read =
                    send(
                            HttpRequest.newBuilder(
                                    URI.create(
                                            base
                                                    + "/crm/v3/objects/contacts/a+b%40x.example"
                                                    + "?idProperty=email&properties=city")));
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.body()).contains("\"city\":\"Łódź\"");
            portal.post("/_control/faults", "{'latencyMillis':1}");
            HttpResponse<String> late =
                    send(
                            HttpRequest.newBuilder(URI.create(base + "/crm/v3/owners"))
                                    .header("Authorization", "Bearer pat-crosswalk"));
            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.headers().map()).doesNotContainKey("x-sandbox-delay-millis");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
