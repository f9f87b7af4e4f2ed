package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every cell of the tables in docs/semantics.md. */
class EvaluatorTablesTest {

    @Test
    void everyRowOfDecisions_isDecidedAsWritten() throws IOException {
        var rows = rows("decisions.csv");
        for (String row : rows) {
            String[] cell = row.split(",", -1);
            String hubspot = cell[1];
            String salesforce = cell[2];
            Decision decision =
                    Evaluator.decide(
                            SyncRule.valueOf(cell[0]),
                            hubspot.equals(salesforce),
                            hubspot.isEmpty(),
                            salesforce.isEmpty(),
                            !hubspot.equals(cell[3]),
                            !salesforce.equals(cell[4]),
                            Later.valueOf(cell[5].toUpperCase(Locale.ROOT)));
            assertThat(outcome(decision, hubspot, salesforce))
                    .as("decisions.csv: %s (%s)", row, decision)
                    .isEqualTo(cell[6] + "," + cell[7] + "," + cell[8]);
        }
        assertThat(rows).hasSize(6144);
    }

    @Test
    void everyRowOfFirstContact_isDecidedAsWritten() throws IOException {
        var rows = rows("first-contact.csv");
        for (String row : rows) {
            String[] cell = row.split(",", -1);
            String hubspot = cell[1];
            String salesforce = cell[2];
            Decision decision =
                    Evaluator.firstContact(
                            SyncRule.valueOf(cell[0]),
                            hubspot.equals(salesforce),
                            hubspot.isEmpty(),
                            salesforce.isEmpty(),
                            Hinted.valueOf(cell[3].toUpperCase(Locale.ROOT)),
                            Fill.valueOf(cell[4].toUpperCase(Locale.ROOT)),
                            Later.valueOf(cell[5].toUpperCase(Locale.ROOT)));
            assertThat(outcome(decision, hubspot, salesforce))
                    .as("first-contact.csv: %s (%s)", row, decision)
                    .isEqualTo(cell[6] + "," + cell[7] + "," + cell[8]);
        }
        assertThat(rows).hasSize(3072);
    }

    private static String outcome(Decision decision, String hubspot, String salesforce) {
        String note =
                decision.note() == Note.NONE ? "" : decision.note().name().toLowerCase(Locale.ROOT);
        if (decision.writes() == null) {
            return "none,," + note;
        }
        return decision.writes() == Side.HUBSPOT
                ? "write_hubspot," + salesforce + "," + note
                : "write_salesforce," + hubspot + "," + note;
    }

    private static List<String> rows(String file) throws IOException {
        var stream = EvaluatorTablesTest.class.getResourceAsStream("/rules/" + file);
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
