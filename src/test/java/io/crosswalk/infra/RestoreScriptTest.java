package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.infra.PretendedAws.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/restore} writes every page, and says when it did not. */
@EnabledIf("io.crosswalk.infra.PretendedAws#canRunScripts")
class RestoreScriptTest {
    @TempDir Path folder;

    private static String page(String next, String key) {
        return "{\n    \"Next\": "
                + next
                + ",\n    \"RequestItems\": {\n        \"crosswalk-records\": [\n            {\n"
                + "                \"PutRequest\": {\n                    \"Item\": {\"key\": \""
                + key
                + "\"}\n                }\n            }\n        ]\n    }\n}\n";
    }

    @Test
    void everyPage_isWrittenAsItWasRead() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder)
                        .says("scan --starting-token", page("null", "second"))
                        .says("scan", page("\"eyJ0\"", "first"))
                        .says("batch-write-item", "{\"RequestItems\": {}}");

        Ended ended = restore(aws);

        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("Part 1 of 1: 2 items.");
        assertThat(aws.stdin()).contains("first", "second").doesNotContain("Next");
        assertThat(calls(aws, "scan").get(0)).contains("--table-name crosswalk-records-restored");
        assertThat(calls(aws, "scan").get(1)).contains("--starting-token eyJ0");
        assertThat(calls(aws, "batch-write-item")).hasSize(2);
    }

    @Test
    void emptyTable_writesNothing() throws Exception {
        PretendedAws aws =
                new PretendedAws(folder)
                        .says(
                                "scan",
                                "{\n    \"Next\": null,\n    \"RequestItems\": {\"t\": []}\n}");

        assertThat(restore(aws).exit()).isZero();
        assertThat(calls(aws, "batch-write-item")).isEmpty();
    }

    @Test
    void refusedWrite_isTold() throws Exception {
        PretendedAws aws = new PretendedAws(folder).says("scan", page("null", "first"));

        Ended ended = restore(aws);

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).contains("Run this again");
    }

    private static Ended restore(PretendedAws aws) throws Exception {
        return aws.run(
                Map.of(),
                "",
                "infra/restore",
                "crosswalk-records-restored",
                "crosswalk-records",
                "1");
    }

    private static List<String> calls(PretendedAws aws, String action) throws Exception {
        return aws.calls().stream().filter(call -> call.startsWith("dynamodb " + action)).toList();
    }
}
