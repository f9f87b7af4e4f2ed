package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.salesforce.SoqlLexer.Kind;
import io.crosswalk.sandbox.salesforce.SoqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over the part of SOQL that integrations need; everything else is
 * MALFORMED_QUERY. AND and OR do not mix without parentheses, as in Salesforce.
 */
final class SoqlParser {
    private static final int STATEMENT_MAX = 100_000;
    private static final int DEPTH_MAX = 50;
    private static final Set<String> RESERVED =
            Set.of("select", "from", "where", "and", "or", "not", "in", "like", "order", "limit");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private SoqlParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Soql parse(String statement) {
        if (statement.length() > STATEMENT_MAX) {
            throw new Refused(400, "QUERY_TOO_COMPLICATED", "SOQL statement is too long");
        }
        return new SoqlParser(SoqlLexer.tokens(statement)).statement();
    }

    private Soql statement() {
        expect("select");
        List<String> fields = new ArrayList<>();
        if (peek().is("count") && tokens.get(at + 1).is("(")) {
            at += 2;
            expect(")");
        } else {
            do {
                fields.add(name());
            } while (accept(","));
        }
        expect("from");
        String type = name();
        Soql.Condition where = accept("where") ? expression() : null;
        List<Soql.Order> orderBy = orderBy();
        int limit = accept("limit") ? wholeNumber() : -1;
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
        return new Soql(type, List.copyOf(fields), where, orderBy, limit);
    }

    private List<Soql.Order> orderBy() {
        if (!accept("order")) {
            return List.of();
        }
        expect("by");
        List<Soql.Order> orders = new ArrayList<>();
        do {
            String field = name();
            boolean descending = accept("desc");
            if (!descending) {
                accept("asc");
            }
            boolean nullsLast = false;
            if (accept("nulls")) {
                nullsLast = accept("last");
                if (!nullsLast) {
                    expect("first");
                }
            }
            orders.add(new Soql.Order(field, descending, nullsLast));
        } while (accept(","));
        return orders;
    }

    private Soql.Condition expression() {
        if (++depth > DEPTH_MAX) {
            throw new Refused(400, "QUERY_TOO_COMPLICATED", "too many nested conditions");
        }
        List<Soql.Condition> parts = new ArrayList<>(List.of(term()));
        @Nullable String connective = peek().is("and") ? "and" : peek().is("or") ? "or" : null;
        while (connective != null && accept(connective)) {
            parts.add(term());
        }
        if (peek().is("and") || peek().is("or")) {
            throw unexpected();
        }
        depth--;
        if (connective == null) {
            return parts.get(0);
        }
        return connective.equals("and") ? new Soql.All(parts) : new Soql.Any(parts);
    }

    private Soql.Condition term() {
        if (accept("not")) {
            return new Soql.Not(group());
        }
        return peek().is("(") ? group() : comparison();
    }

    private Soql.Condition group() {
        if (!accept("(")) {
            return comparison();
        }
        Soql.Condition inside = expression();
        expect(")");
        return inside;
    }

    private Soql.Condition comparison() {
        String field = name();
        if (accept("in")) {
            return new Soql.Compare(field, Soql.Operator.IN, list());
        }
        if (accept("not")) {
            expect("in");
            return new Soql.Compare(field, Soql.Operator.NOT_IN, list());
        }
        if (accept("like")) {
            if (peek().kind() != Kind.TEXT) {
                throw unexpected();
            }
            return new Soql.Compare(field, Soql.Operator.LIKE, List.of(literal()));
        }
        Soql.Operator operator =
                switch (next().text()) {
                    case "=" -> Soql.Operator.EQUAL;
                    case "!=", "<>" -> Soql.Operator.NOT_EQUAL;
                    case "<" -> Soql.Operator.LESS;
                    case "<=" -> Soql.Operator.AT_MOST;
                    case ">" -> Soql.Operator.GREATER;
                    case ">=" -> Soql.Operator.AT_LEAST;
                    default -> {
                        at--;
                        throw unexpected();
                    }
                };
        return new Soql.Compare(field, operator, List.of(literal()));
    }

    private List<Soql.Literal> list() {
        expect("(");
        List<Soql.Literal> literals = new ArrayList<>();
        do {
            literals.add(literal());
        } while (accept(","));
        expect(")");
        return literals;
    }

    private Soql.Literal literal() {
        Token token = next();
        switch (token.kind()) {
            case TEXT:
                return new Soql.Literal(Soql.Literal.Kind.TEXT, token.text());
            case NUMBER:
                return new Soql.Literal(Soql.Literal.Kind.NUMBER, token.text());
            case DATE:
                return new Soql.Literal(
                        token.text().length() == "yyyy-MM-dd".length()
                                ? Soql.Literal.Kind.DATE
                                : Soql.Literal.Kind.DATETIME,
                        token.text());
            case WORD:
                if (token.is("null")) {
                    return new Soql.Literal(Soql.Literal.Kind.NULL, "");
                }
                if (token.is("true") || token.is("false")) {
                    return new Soql.Literal(
                            Soql.Literal.Kind.BOOLEAN, token.text().toLowerCase(Locale.ROOT));
                }
                break;
            default:
                break;
        }
        at--;
        throw unexpected();
    }

    private int wholeNumber() {
        Token token = next();
        try {
            if (token.kind() == Kind.NUMBER && token.text().matches("\\d+")) {
                return Integer.parseInt(token.text());
            }
        } catch (NumberFormatException tooLarge) {
            // Refused below, like every other limit that is none.
        }
        at--;
        throw unexpected();
    }

    private String name() {
        Token token = next();
        if (token.kind() != Kind.WORD || RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
            at--;
            throw unexpected();
        }
        return token.text();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw SoqlLexer.malformed(
                    "unexpected token: '" + peek().text() + "', expecting '" + word + "'");
        }
    }

    private Refused unexpected() {
        return SoqlLexer.malformed("unexpected token: '" + peek().text() + "'");
    }
}
