package io.crosswalk.documents;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code curl} of a page sends. Knows the options that the pages use, and no others.
 *
 * @param headers name, value, name, value…
 * @param body null if there is none
 * @param streams whether the answer has no end ({@code -N})
 * @param into the file that the answer goes to; null if it goes to the screen
 */
record Curl(
        String method,
        String url,
        List<String> headers,
        @Nullable String body,
        boolean streams,
        @Nullable String into) {

    /**
     * @param files what a file holds, by its name
     */
    static Curl of(Command command, UnaryOperator<String> files) {
        String method = null;
        String url = null;
        String body = null;
        String into = null;
        boolean streams = false;
        List<String> headers = new ArrayList<>();
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-i" -> {
                    // Shows the headers of the answer.
                }
                case "-N" -> streams = true;
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d", "--data-binary" -> body = body(words.get(++i), command, files);
                case ">" -> into = words.get(++i);
                default -> {
                    if (url != null || words.get(i).startsWith("-")) {
                        throw new IllegalArgumentException(
                                command.where() + ": what is " + words.get(i) + "?");
                    }
                    url = words.get(i);
                }
            }
        }
        if (body != null && headers.stream().noneMatch("content-type"::equals)) {
            headers.addAll(List.of("content-type", "application/x-www-form-urlencoded"));
        }
        if (method == null) {
            method = body == null ? "GET" : "POST";
        }
        return new Curl(method, String.valueOf(url), headers, body, streams, into);
    }

    private static String body(String given, Command command, UnaryOperator<String> files) {
        if (given.equals("@-")) {
            return command.input();
        }
        return given.startsWith("@") ? files.apply(given.substring(1)) : given;
    }

    /**
     * @param base of the instance that stands for {@code localhost:8080}
     */
    HttpRequest request(String base) {
        String there = url.replaceFirst("^localhost:8080", base);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(there))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }
}
