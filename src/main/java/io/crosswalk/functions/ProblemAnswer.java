package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.Map;

/** A refusal as API Gateway hands it on: problem+json, as the API itself answers. */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static APIGatewayV2HTTPResponse of(Refusal refusal) {
        return of(refusal.code(), refusal.getMessage());
    }

    static APIGatewayV2HTTPResponse of(RefusalCode code, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "about:blank")
                .put("title", code.title())
                .put("status", code.status())
                .put("detail", detail)
                .put("code", code.name());
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(code.status())
                .withHeaders(Map.of("content-type", "application/problem+json"))
                .withBody(body.toString())
                .build();
    }
}
