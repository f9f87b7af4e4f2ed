package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxResponse;

/**
 * @param records how many records the call carried, either way
 */
record Answer(SandboxResponse response, int records) {
    static Answer json(JsonNode body, int records) {
        return new Answer(SandboxResponse.json(200, body), records);
    }

    static Answer empty(int status, int records) {
        return new Answer(SandboxResponse.empty(status), records);
    }
}
