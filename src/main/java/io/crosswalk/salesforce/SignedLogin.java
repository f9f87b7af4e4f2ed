package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The signed token of the JWT bearer flow: RS256, no scope, no key id. */
final class SignedLogin {
    /** Salesforce refuses a token that is good for much more than three minutes. */
    private static final Duration LIFE = Duration.ofSeconds(170);

    private SignedLogin() {}

    /**
     * @throws GeneralSecurityException if the key cannot be used; the message does not quote it
     */
    static String assertion(
            ObjectMapper json, SalesforceCredentials.JwtBearer login, String audience, Instant now)
            throws GeneralSecurityException {
        String head = json.createObjectNode().put("alg", "RS256").toString();
        String claims =
                json.createObjectNode()
                        .put("iss", login.clientId())
                        .put("sub", login.username())
                        .put("aud", audience)
                        .put("exp", now.plus(LIFE).getEpochSecond())
                        .toString();
        String signed = base64(bytes(head)) + "." + base64(bytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key(login.privateKeyPem()));
        signature.update(bytes(signed));
        return signed + "." + base64(signature.sign());
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        if (pem.contains("BEGIN RSA PRIVATE KEY") || pem.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
            throw new GeneralSecurityException(
                    "the key is not PKCS#8; convert it: openssl pkcs8 -topk8 -nocrypt");
        }
        String text =
                pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(text);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | InvalidKeySpecException notAKey) {
            // The JDK's own message tells bytes of what should have been the key.
            throw new GeneralSecurityException("the key is no PEM text of an RSA key in PKCS#8");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
