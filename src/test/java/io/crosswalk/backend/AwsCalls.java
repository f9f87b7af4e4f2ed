package io.crosswalk.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The few calls of a pretended AWS that set up a stack. Nobody checks who signs them. */
public final class AwsCalls {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public AwsCalls(URI base) {
        this.base = base;
    }

    void awaitAnswer() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> send(HttpRequest.newBuilder(base).GET()).statusCode() < 500);
    }

    /** Into S3. */
    void put(String path, byte[] body) throws IOException, InterruptedException {
        expectWell(
                send(
                        HttpRequest.newBuilder(base.resolve(path))
                                .header("authorization", by("s3"))
                                .PUT(BodyPublishers.ofByteArray(body))));
    }

    /** Returns when it is complete. */
    public void createStack(String name, String template, Map<String, String> parameters)
            throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("StackName", name);
        form.put("TemplateBody", template);
        form.put("Capabilities.member.1", "CAPABILITY_IAM");
        int number = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            number++;
            form.put("Parameters.member." + number + ".ParameterKey", parameter.getKey());
            form.put("Parameters.member." + number + ".ParameterValue", parameter.getValue());
        }
        expectWell(cloudFormation("CreateStack", form));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                cloudFormation("DescribeStacks", Map.of("StackName", name))
                                        .body()
                                        .contains(">CREATE_COMPLETE<"));
    }

    private HttpResponse<String> cloudFormation(String action, Map<String, String> form)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("Action", action);
        all.put("Version", "2010-05-15");
        String body =
                all.entrySet().stream()
                        .map(
                                field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(base)
                        .header("authorization", by("cloudformation"))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String by(String service) {
        return "AWS4-HMAC-SHA256 Credential=local/20260101/"
                + DynamoServer.REGION
                + "/"
                + service
                + "/aws4_request, SignedHeaders=host, Signature=none";
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static void expectWell(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
    }
}
