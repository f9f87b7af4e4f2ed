package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, or with the semicolons of European spreadsheets. */
final class Csv {
    private final String text;
    private final char separator;
    private final int rowsMax;
    private int at;
    private int line = 1;

    private Csv(String text, char separator, int rowsMax) {
        this.text = text;
        this.separator = separator;
        this.rowsMax = rowsMax;
    }

    /**
     * @param line where the row starts, from 1
     */
    record Row(int line, List<String> cells) {}

    /** Rows that are not empty; white space around a cell is dropped. */
    static List<Row> rows(String text, int rowsMax) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.contains(";") && !first.contains(",") ? ';' : ',';
        return new Csv(text, separator, rowsMax).rows();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int start = line;
            List<String> cells = row();
            // Spreadsheets write empty rows as separators alone.
            if (!cells.stream().allMatch(String::isEmpty)) {
                rows.add(new Row(start, cells));
            }
            if (rows.size() > rowsMax) {
                throw malformed("more than " + rowsMax + " rows");
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(cell().strip());
            if (at == text.length() || text.charAt(at++) != separator) {
                return cells;
            }
        }
    }

    /** Stops at the separator, at the last character of the line's end, or at the text's end. */
    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        String cell = text.substring(start, at);
        countLineEnd();
        return cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                cell.append(c);
                line += c == '\n' ? 1 : 0;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else {
                at++;
                if (at < text.length() && text.charAt(at) == '\r') {
                    at++;
                }
                if (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
                    throw malformed("text after a closing quote at line " + line);
                }
                countLineEnd();
                return cell.toString();
            }
        }
        throw malformed("a quote that is not closed");
    }

    private void countLineEnd() {
        if (at < text.length() && text.charAt(at) == '\n') {
            line++;
        }
    }

    private static Refusal malformed(String what) {
        return new Refusal(
                RefusalCode.BODY_MALFORMED, "The body cannot be read as CSV: it has " + what + ".");
    }
}
