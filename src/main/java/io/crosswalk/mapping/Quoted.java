package io.crosswalk.mapping;

/** Names from requests and CRMs inside messages: in quotes, bounded, and nothing but text. */
public final class Quoted {
    private static final int LENGTH_MAX = 100;

    private Quoted() {}

    /** Control characters, halves of characters and what reverses text show as '?'. */
    public static String name(String text) {
        int length = text.codePointCount(0, text.length());
        int end = text.offsetByCodePoints(0, Math.min(LENGTH_MAX, length));
        return "'" + plain(text.substring(0, end)) + (length > LENGTH_MAX ? "..." : "") + "'";
    }

    /** The text with everything that is no text as '?'. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isText(c) ? c : '?'));
        return plain.toString();
    }

    private static boolean isText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
