package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /_control/...}: what tests and demonstrations do to the org that the REST API does not
 * offer. Salesforce has nothing like it.
 */
final class Control {
    private final Org org;
    private final Administrator administrator;

    Control(Org org) {
        this.org = org;
        this.administrator = new Administrator(org);
    }

    SandboxResponse handle(SandboxRequest request) {
        String what = request.path().substring("/_control/".length());
        String method = request.method();
        if (method.equals("POST")) {
            ObjectNode body =
                    request.body().length == 0 ? Json.node() : Json.object(request.text());
            return post(what, body);
        }
        boolean delete = method.equals("DELETE");
        if (!delete && !method.equals("GET")) {
            throw new Refused(405, "METHOD_NOT_ALLOWED", "Use GET, POST or DELETE");
        }
        switch (what) {
            case "faults" -> {
                if (delete) {
                    org.faults.reset();
                }
                return SandboxResponse.json(200, org.faults.json());
            }
            case "limits" -> {
                if (delete) {
                    org.quota.reset();
                }
                return SandboxResponse.json(200, org.quota.json());
            }
            case "calls" -> {
                if (delete) {
                    org.counts.reset();
                }
                return SandboxResponse.json(200, org.counts.json());
            }
            case "events" -> {
                if (delete) {
                    org.queue.clear();
                }
                return SandboxResponse.json(200, org.queue.json());
            }
            case "automation" -> {
                if (delete) {
                    org.rules.flows.clear();
                }
                return count(org.rules.flows);
            }
            case "validation-rules" -> {
                if (delete) {
                    org.rules.rules.clear();
                }
                return count(org.rules.rules);
            }
            case "duplicate-rules" -> {
                if (delete) {
                    org.rules.duplicateRules.clear();
                }
                return count(org.rules.duplicateRules);
            }
            case "records" -> {
                return SandboxResponse.json(200, org.sizes());
            }
            default -> throw unknown(what);
        }
    }

    private SandboxResponse post(String what, ObjectNode body) {
        switch (what) {
            case "faults" -> {
                if (body.remove("expireSessions") != null) {
                    org.sessions.expireAll();
                }
                org.faults.set(body);
                return SandboxResponse.json(200, org.faults.json());
            }
            case "limits" -> {
                org.quota.set(body, org.clock.instant());
                return SandboxResponse.json(200, org.quota.json());
            }
            case "automation" -> {
                org.rules.flows.add(flow(body));
                return count(org.rules.flows);
            }
            case "validation-rules" -> {
                org.rules.rules.add(rule(body));
                return count(org.rules.rules);
            }
            case "duplicate-rules" -> {
                SObject type = type(body);
                Field field = type.field(required(body, "field"));
                org.rules.duplicateRules.add(
                        new Automation.Duplicates(
                                type,
                                field,
                                body.path("onEdit").asBoolean(),
                                body.path("alerts").asBoolean()));
                return count(org.rules.duplicateRules);
            }
            case "fields" -> administrator.changeField(body);
            case "merge" -> administrator.merge(body);
            case "undelete" -> administrator.undelete(body);
            case "purge" -> administrator.purge(body);
            default -> throw unknown(what);
        }
        return SandboxResponse.json(200, Json.node().put("done", true));
    }

    private static SandboxResponse count(List<?> set) {
        return SandboxResponse.json(200, Json.node().put("count", set.size()));
    }

    private static Refused unknown(String what) {
        return new Refused(404, "NOT_FOUND", "No control '" + what + "'");
    }

    private Automation.Flow flow(ObjectNode body) {
        SObject type = type(body);
        Field set = type.field(required(body, "set"));
        JsonNode value = body.path("value");
        @Nullable Object parsed = value.isMissingNode() ? null : Input.parse(set, value, null);
        return new Automation.Flow(type, type.field(required(body, "when")), set, parsed);
    }

    private Automation.Rule rule(ObjectNode body) {
        SObject type = type(body);
        Field field = type.field(required(body, "field"));
        return new Automation.Rule(
                type,
                field,
                Pattern.compile(required(body, "mustMatch")),
                body.path("message").asText(field.label() + " is not as it must be"));
    }

    private SObject type(ObjectNode body) {
        return org.store.table(required(body, "object")).type();
    }

    static String required(ObjectNode body, String key) {
        String value = body.path(key).asText("");
        if (value.isEmpty()) {
            throw Refused.record("MISSING_ARGUMENT", key + " is required");
        }
        return value;
    }
}
