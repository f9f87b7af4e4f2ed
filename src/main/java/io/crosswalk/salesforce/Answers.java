package io.crosswalk.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.crosswalk.http.RetryAfter;
import io.crosswalk.records.WriteOutcome;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Sorts Salesforce's HTTP answers by what the caller can do about them. */
final class Answers {
    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    Answer of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = body(response);
        if (status >= 200 && status < 300) {
            return body.isContainerNode() || response.body().length == 0
                    ? new Answer.Done(body)
                    : new Answer.Later(
                            Duration.ZERO,
                            WriteOutcome.RetryLater.TIMEOUT,
                            "Salesforce's answer is not JSON");
        }
        List<SalesforceError> errors = SalesforceError.all(status, body);
        String code = errors.get(0).code();
        return switch (status) {
            case 401 ->
                    new Answer.Later(
                            Duration.ZERO,
                            "UNAUTHORIZED",
                            "Salesforce does not accept the session. Check that the app and its"
                                    + " user are active");
            // Not 404: no call here names a single record, so it says that a path or type is wrong.
            case 400, 409, 413, 414, 431 ->
                    ErrorClass.of(code) == ErrorClass.LATER
                            ? later(response, code)
                            : new Answer.Refused(status, errors);
            case 500, 502, 504 ->
                    failed(status, code, RetryAfter.of(response.headers(), ErrorClass.wait(code)));
            default -> later(response, code);
        };
    }

    /** Missing when there is none or it is no JSON, as from a proxy. */
    JsonNode body(HttpResponse<byte[]> response) {
        try {
            return WireTree.read(json, response.body());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * What a status of 500 and more leaves: a gateway does not know whether the call was carried
     * out, and Salesforce, which has a code of its own then, promises nothing. Only 503 says that
     * it did not get that far.
     */
    static Answer.Later failed(int status, String code, Duration after) {
        return new Answer.Later(
                after,
                status == 503 ? code : WriteOutcome.RetryLater.TIMEOUT,
                "Salesforce answers " + status + " " + code);
    }

    private static Answer.Later later(HttpResponse<byte[]> response, String code) {
        return new Answer.Later(
                RetryAfter.of(response.headers(), ErrorClass.wait(code)),
                code,
                "Salesforce answers " + response.statusCode() + " " + code);
    }
}
