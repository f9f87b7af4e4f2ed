package io.crosswalk.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswalk.records.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangeEventFuzzTest {
    private static final int CASES = 20_000;

    private static final List<JsonNode> HOSTILE =
            List.of(
                    Salesforce.tree("null"),
                    Salesforce.tree("-1"),
                    Salesforce.tree("1e400"),
                    Salesforce.tree("99999999999999999999999"),
                    Salesforce.tree("{}"),
                    Salesforce.tree("[]"),
                    Salesforce.tree("\"\""),
                    Salesforce.tree("[null,1,{},[],\"0x\",\".\",\"a.\",\".b\"]"),
                    Salesforce.tree("{\"a\":{\"b\":[1]}}"),
                    Salesforce.tree("\"GAP_UPDATE\""),
                    Salesforce.tree("\"CREATE\""),
                    Salesforce.tree("\"001*\""),
                    Salesforce.tree("\"\\ud800\""),
                    Salesforce.tree("[\"001*\"]"));

    private final ChangeEvents events = new ChangeEvents("hs-sync");

    @Test
    void whateverTheTree_thereIsAnAnswer() {
        JsonNode sample = Salesforce.tree(Salesforce.resource("change-event.json")).path("detail");
        int hints = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            JsonNode event = sample.deepCopy();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                mutate(random, event);
            }
            hints += answered(seed, event) ? 1 : 0;
        }
        HOSTILE.forEach(node -> answered(-1, node));
        // Else the fuzzing would not get past the header.
        assertThat(hints).isGreaterThan(CASES / 5);
    }

    private boolean answered(int seed, JsonNode event) {
        ChangeEventBatch batch;
        try {
            batch = events.parse(event);
        } catch (RuntimeException thrown) {
            return fail("seed " + seed, thrown);
        }
        if (!(batch instanceof ChangeEventBatch.Hints some)) {
            return false;
        }
        for (Hint hint : some.hints()) {
            assertThat(hint.recordId()).as("seed " + seed).matches("[A-Za-z0-9]{18}");
            assertThat(hint.changes())
                    .as("seed " + seed)
                    .allMatch(change -> change.name().matches("[A-Za-z][A-Za-z0-9_]*"));
        }
        return true;
    }

    /** Exchanges, removes or adds something somewhere. */
    private static void mutate(SplittableRandom random, JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode where = containers.get(random.nextInt(containers.size()));
        JsonNode hostile = HOSTILE.get(random.nextInt(HOSTILE.size())).deepCopy();
        if (where instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, hostile);
                default -> object.set("New" + random.nextInt(3), hostile);
            }
        } else if (where instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(hostile);
            } else {
                array.remove(random.nextInt(array.size()));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
