package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.functions.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says that it costs adds up, and counts what there is. */
class CostsTest {
    private static final String PAGE = read(Path.of("docs/operations.md"));
    private static final String COSTS = PAGE.substring(PAGE.indexOf("## What it costs"));

    @Test
    void changes_costWhatTheirRowsCost() {
        List<List<String>> rows = rows("| what | price |");

        assertThat(sum(rows, 3)).isEqualTo(total(rows, 3));
        assertThat(sum(rows, 5)).isEqualTo(total(rows, 5));
    }

    @Test
    void monthWithoutAChange_costsWhatItsRowsCost() {
        List<List<String>> rows = rows("| what | how much |");

        assertThat(sum(rows, 3)).isEqualTo(total(rows, 3));
    }

    /** In a month without a change only those come that reconcile puts. */
    @Test
    void figures_areAllCounted() {
        Matcher counted =
                Pattern.compile("figures: the (\\d+) .*?the other (\\d+) figures", Pattern.DOTALL)
                        .matcher(COSTS);
        assertThat(counted.find()).isTrue();
        int ofReconcile = Integer.parseInt(counted.group(1));
        int others = Integer.parseInt(counted.group(2));

        assertThat(ofReconcile).isEqualTo(toldBy("`reconcile`") + toldBy("all"));
        assertThat(ofReconcile + others).isEqualTo(Metric.values().length);
    }

    /** Of the page that lists the figures. */
    private static int toldBy(String function) {
        int figures = 0;
        for (String line : read(Path.of("docs/metrics.md")).lines().toList()) {
            List<String> cells = cells(line);
            if (cells.size() == 4 && cells.get(2).equals(function)) {
                figures += cells.get(0).split(",").length;
            }
        }
        return figures;
    }

    /** The table's rows down to the one in bold. */
    private static List<List<String>> rows(String head) {
        List<String> lines = COSTS.lines().toList();
        int first = 0;
        while (!lines.get(first).startsWith(head)) {
            first++;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines.subList(first + 2, lines.size())) {
            rows.add(cells(line));
            if (line.startsWith("| **together**")) {
                return rows;
            }
        }
        throw new AssertionError("The table has no sum: " + head);
    }

    private static BigDecimal sum(List<List<String>> rows, int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (List<String> row : rows.subList(0, rows.size() - 1)) {
            sum = sum.add(new BigDecimal(row.get(column)));
        }
        return sum;
    }

    private static BigDecimal total(List<List<String>> rows, int column) {
        return new BigDecimal(rows.get(rows.size() - 1).get(column).replace("*", ""));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split("\\|", -1)));
        if (cells.size() < 3) {
            return List.of();
        }
        return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
