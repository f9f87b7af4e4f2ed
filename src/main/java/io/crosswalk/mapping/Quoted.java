package io.crosswalk.mapping;

/** Names from requests and CRMs inside messages: in quotes, bounded, and nothing but text. */
public final class Quoted {
    private static final int LENGTH_MAX = 100;

    private Quoted() {}

    /** Control characters, halves of characters and what reverses text show as '?'. */
    public static String name(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints()
                .limit(LENGTH_MAX)
                .forEach(c -> quoted.appendCodePoint(isText(c) ? c : '?'));
        if (text.codePointCount(0, text.length()) > LENGTH_MAX) {
            quoted.append("...");
        }
        return quoted.append('\'').toString();
    }

    static boolean isText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
