package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The path of a request as the HTTP API passed it on. By it the gateway has decided who may ask, so
 * it must mean the same to the server on loopback: one that the server would resolve to another
 * path is refused, and what came without a token reaches nothing but the console's shell.
 */
final class GatewayPath {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Of the template's routes to this function, the only ones without an authorizer. */
    private static final String OPEN = "/console";

    private GatewayPath() {}

    /**
     * @return in characters that may stand in a request line
     * @throws Refusal NOT_FOUND if it means another path, TOKEN_MISSING if nobody has checked who
     *     asks for it
     */
    static String of(APIGatewayV2HTTPEvent event) {
        String path = withoutStage(event);
        String sendable = sendable(path.startsWith("/") ? path : "/" + path, "");
        if (meansAnother(sendable)) {
            throw new Refusal(
                    RefusalCode.NOT_FOUND,
                    "There is nothing at a path with '//', '.' or '..' in it, or with letters and"
                            + " digits as percent codes.");
        }
        boolean open = sendable.equals(OPEN) || sendable.startsWith(OPEN + "/");
        if (!open && event.getRequestContext().getAuthorizer() == null) {
            throw new Refusal(
                    RefusalCode.TOKEN_MISSING,
                    "The gateway passed the request on without having checked a token. Send one in"
                            + " 'Authorization'; if you did, the route lacks its authorizer.");
        }
        return sendable;
    }

    private static String withoutStage(APIGatewayV2HTTPEvent event) {
        String path = event.getRawPath();
        String stage = event.getRequestContext().getStage();
        if (stage == null || stage.equals("$default")) {
            return path;
        }
        String prefix = "/" + stage;
        return path.equals(prefix) || path.startsWith(prefix + "/")
                ? path.substring(prefix.length())
                : path;
    }

    /**
     * Whether a server may take it for another path: it removes dot segments and doubled slashes,
     * and decodes what need not be encoded before it does (RFC 3986, 6.2.2).
     */
    private static boolean meansAnother(String path) {
        if (path.contains("//")) {
            return true;
        }
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (isUnreserved((char) HexFormat.fromHexDigits(path, at + 1, at + 3))) {
                return true;
            }
        }
        for (String segment : path.split("/")) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /**
     * An HTTP API decodes the path, so that it may hold characters that no URI has. What is encoded
     * stays so.
     *
     * @param more characters that are allowed here beyond those of a path
     */
    static String sendable(String text, String more) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder sendable = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            char c = (char) (octets[i] & 0xff);
            boolean code = c == '%' && isHex(octets, i + 1) && isHex(octets, i + 2);
            if (code || isPlain(c) || more.indexOf(c) >= 0) {
                sendable.append(c);
            } else {
                sendable.append('%').append(HEX.toHexDigits(octets[i]));
            }
        }
        return sendable.toString();
    }

    private static boolean isHex(byte[] octets, int at) {
        return at < octets.length && HexFormat.isHexDigit(octets[at]);
    }

    private static boolean isPlain(char c) {
        return isUnreserved(c) || "!$&'()*+,;=:@/".indexOf(c) >= 0;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~".indexOf(c) >= 0;
    }
}
