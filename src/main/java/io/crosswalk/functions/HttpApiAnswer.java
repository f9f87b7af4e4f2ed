package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The HTTP server's answer, as the HTTP API wants it (payload format 2.0). */
final class HttpApiAnswer {
    /** Lambda passes on 6 MB of answer, headers and JSON's quoting included. */
    static final int BODY_MAX = 5_500_000;

    private static final Pattern TEXT =
            Pattern.compile(
                    "text/.*|application/(.*\\+)?(json|yaml|xml)|application/javascript|image/svg\\+xml");

    private HttpApiAnswer() {}

    /**
     * @throws Refusal if it is larger than Lambda passes on
     */
    static APIGatewayV2HTTPResponse of(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            String lower = name.toLowerCase(Locale.ROOT);
                            boolean passes =
                                    !HttpApiRequest.HOP_BY_HOP.contains(lower)
                                            && !lower.startsWith(":")
                                            && !lower.equals("set-cookie");
                            if (passes) {
                                headers.put(lower, String.join(", ", values));
                            }
                        });
        headers.computeIfPresent("location", (name, to) -> outside(response.uri(), to));
        List<String> cookies = response.headers().allValues("set-cookie");
        byte[] body = response.body();
        String text = text(headers, body);
        int size = text == null ? body.length / 3 * 4 + 4 : body.length;
        if (size > BODY_MAX) {
            throw new Refusal(
                    RefusalCode.BAD_GATEWAY,
                    "The answer has more than 5.5 MB, which Lambda does not pass on. Ask for less:"
                            + " a smaller 'limit', or one object.");
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.statusCode())
                .withHeaders(headers)
                .withCookies(cookies)
                .withBody(text == null ? Base64.getEncoder().encodeToString(body) : text)
                .withIsBase64Encoded(text == null)
                .build();
    }

    /** The server knows itself by its loopback address; whoever is outside goes by the path. */
    private static String outside(URI asked, String location) {
        String self = "http://" + asked.getRawAuthority();
        return location.startsWith(self + "/") ? location.substring(self.length()) : location;
    }

    /** Null if it is not UTF-8 text, whatever the headers say. */
    private static @Nullable String text(Map<String, String> headers, byte[] body) {
        String type = headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
        boolean plain = headers.getOrDefault("content-encoding", "identity").equals("identity");
        if (body.length > 0 && !(plain && TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches())) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
