package io.crosswalk.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in code type in the repository's pages. */
final class Documents {
    private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)");

    /** Between backticks within a paragraph. */
    private static final Pattern INLINE = Pattern.compile("`((?:[^`\\n]|\\n(?!\\n))+)`");

    private Documents() {}

    /**
     * A fenced block.
     *
     * @param line of its first line, counted from 1
     * @param language as it is marked; empty if it is not
     * @param text with a line end after every line
     */
    record Block(Path file, int line, String language, String text) {
        String where() {
            return file + ":" + line;
        }
    }

    /** A page as its blocks and, with these taken out, its running text. */
    record Page(Path file, List<Block> blocks, String prose) {

        /** Everything between single backticks, on one line each. */
        List<String> inline() {
            List<String> all = new ArrayList<>();
            Matcher code = INLINE.matcher(prose);
            while (code.find()) {
                all.add(code.group(1).replaceAll("\\s+", " "));
            }
            return all;
        }
    }

    static List<Page> pages() {
        List<Path> files = new ArrayList<>();
        for (String start : List.of(".", "docs", "infra")) {
            int depth = start.equals(".") ? 1 : Integer.MAX_VALUE;
            try (Stream<Path> found = Files.walk(Path.of(start), depth)) {
                found.filter(file -> file.toString().endsWith(".md"))
                        .map(Path::normalize)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.stream().map(Documents::page).toList();
    }

    static List<Block> blocks(String language) {
        return pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static Page page(Path file) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder text = new StringBuilder();
        String indentation = "";
        String language = "";
        boolean inside = false;
        int first = 0;
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                if (inside) {
                    blocks.add(new Block(file, first, language, text.toString()));
                } else {
                    indentation = fence.group(1);
                    language = fence.group(2);
                    text.setLength(0);
                    first = i + 2;
                }
                inside = !inside;
            } else if (inside) {
                text.append(lines.get(i).replaceFirst("^" + indentation, "")).append('\n');
            } else {
                prose.append(lines.get(i)).append('\n');
            }
        }
        return new Page(file, blocks, prose.toString());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
