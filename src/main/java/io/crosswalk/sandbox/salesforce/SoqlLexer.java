package io.crosswalk.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a SOQL statement into tokens. */
final class SoqlLexer {
    private static final int LITERAL_MAX = 4000;
    private static final String ESCAPES = "nNrRtTbBfF\"'\\_%";

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<date>\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?"
                            + "(?:Z|[+-]\\d\\d:?\\d\\d))?(?![\\w:+.-]))"
                            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?(?![\\w:.-]))"
                            + "|(?<word>[A-Za-z][A-Za-z0-9_.]*)"
                            + "|(?<symbol>!=|<>|<=|>=|=|<|>|\\(|\\)|,)");

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        DATE,
        SYMBOL,
        END
    }

    /**
     * @param text for TEXT what stands between the quotes, escapes still in it
     */
    record Token(Kind kind, String text) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
        }
    }

    private SoqlLexer() {}

    static List<Token> tokens(String soql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(soql);
        int at = 0;
        while (at < soql.length()) {
            char c = soql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'') {
                int end = endOfLiteral(soql, at + 1);
                tokens.add(new Token(Kind.TEXT, soql.substring(at + 1, end)));
                at = end + 1;
            } else if (matcher.region(at, soql.length()).lookingAt()) {
                tokens.add(new Token(kind(matcher), matcher.group()));
                at = matcher.end();
            } else {
                throw malformed("unexpected token: '" + c + "'");
            }
        }
        tokens.add(new Token(Kind.END, "<EOF>"));
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("date") != null) {
            return Kind.DATE;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return matcher.group("word") != null ? Kind.WORD : Kind.SYMBOL;
    }

    private static int endOfLiteral(String soql, int start) {
        int at = start;
        while (at < soql.length() && soql.charAt(at) != '\'') {
            if (soql.charAt(at) == '\\') {
                at++;
                if (at >= soql.length() || ESCAPES.indexOf(soql.charAt(at)) < 0) {
                    throw malformed("Illegal escape in a string literal");
                }
            } else if (soql.charAt(at) == '\n' || soql.charAt(at) == '\r') {
                throw malformed("line breaks not allowed in string literals");
            }
            at++;
        }
        if (at >= soql.length()) {
            throw malformed("unexpected char: end of the statement in a string literal");
        }
        if (at - start > LITERAL_MAX) {
            throw malformed("string literal is longer than " + LITERAL_MAX + " characters");
        }
        return at;
    }

    /** A literal's text; {@code \_} and {@code \%} mean something to LIKE alone. */
    static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char next = raw.charAt(++i);
            if (next == '_' || next == '%') {
                throw malformed("Illegal escape outside LIKE: \\" + next);
            }
            text.append(escape(next));
        }
        return text.toString();
    }

    static char escape(char c) {
        return switch (c) {
            case 'n', 'N' -> '\n';
            case 'r', 'R' -> '\r';
            case 't', 'T' -> '\t';
            case 'b', 'B' -> '\b';
            case 'f', 'F' -> '\f';
            default -> c;
        };
    }

    static Refused malformed(String message) {
        return new Refused(400, "MALFORMED_QUERY", message);
    }
}
