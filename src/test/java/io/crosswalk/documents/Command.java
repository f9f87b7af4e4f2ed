package io.crosswalk.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command as a shell would take it apart: words, quotes, lines that go on, comments, a here
 * document. Nothing else of a shell's language stands in pages.
 *
 * @param where the page and line
 * @param words without quotes
 * @param input what a here document gives it; empty if there is none
 */
record Command(String where, List<String> words, String input) {
    private static final Pattern HERE = Pattern.compile(" *<<(\\w+)$", Pattern.MULTILINE);

    /** As one would type it on a single line, without quotes. */
    String text() {
        return String.join(" ", words);
    }

    static List<Command> of(Documents.Block block) {
        List<Command> commands = new ArrayList<>();
        String rest = block.text();
        while (!rest.isEmpty()) {
            Words words = new Words(rest);
            String input = "";
            int end = words.end;
            Matcher here = HERE.matcher(rest.substring(0, words.end));
            if (here.find()) {
                words = new Words(rest.substring(0, here.start()) + "\n");
                String mark = "\n" + here.group(1) + "\n";
                int stop = rest.indexOf(mark, here.end());
                input = rest.substring(here.end() + 1, stop + 1);
                end = stop + mark.length();
            }
            if (!words.all.isEmpty()) {
                commands.add(new Command(block.where(), words.all, input));
            }
            rest = rest.substring(end);
        }
        return commands;
    }

    /** A command between single backticks. */
    static Command inline(Documents.Page page, String text) {
        return new Command(page.file().toString(), new Words(text + "\n").all, "");
    }

    /** The words of the first command of a text, and where it ends. */
    private static final class Words {
        final List<String> all = new ArrayList<>();
        int end;

        private final StringBuilder word = new StringBuilder();
        private boolean inWord;

        Words(String text) {
            char quote = 0;
            while (end < text.length()) {
                char c = text.charAt(end++);
                if (quote != 0) {
                    quote = quoted(c, quote);
                } else if (c == '\'' || c == '"') {
                    quote = c;
                    inWord = true;
                } else if (c == '\\' && text.startsWith("\n", end)) {
                    end++;
                } else if (c == '#' && !inWord) {
                    end = text.indexOf('\n', end);
                } else if (c == '\n') {
                    break;
                } else if (c == ' ') {
                    next();
                } else {
                    add(c);
                }
            }
            next();
        }

        private char quoted(char c, char quote) {
            if (c == quote) {
                return 0;
            }
            add(c);
            return quote;
        }

        private void add(char c) {
            word.append(c);
            inWord = true;
        }

        private void next() {
            if (inWord) {
                all.add(word.toString());
            }
            word.setLength(0);
            inWord = false;
        }
    }
}
