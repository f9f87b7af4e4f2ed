package io.crosswalk.sandbox;

import java.util.List;
import java.util.SplittableRandom;

/** What generated people, companies and deals are called and say, and how it is drawn. */
final class Believable {
    static final List<String> FIRST_NAMES =
            List.of(
                    "Ana",
                    "Ben",
                    "Chiara",
                    "Deniz",
                    "Elif",
                    "Farid",
                    "Grace",
                    "Hiro",
                    "Ines",
                    "Jonas",
                    "Katarzyna",
                    "Liam",
                    "Mei",
                    "Noah",
                    "Olga",
                    "Priya",
                    "Quentin",
                    "Rosa",
                    "Søren",
                    "Thabo",
                    "Uma",
                    "Viktor",
                    "Wanjiru",
                    "Ximena",
                    "Yusuf",
                    "Zoë",
                    "André",
                    "Björn",
                    "Camille",
                    "Dmitri",
                    "Eva",
                    "Fatou");

    static final List<String> LAST_NAMES =
            List.of(
                    "Almeida",
                    "Berg",
                    "Castillo",
                    "Dubois",
                    "Eriksson",
                    "Fischer",
                    "Garcia",
                    "Haddad",
                    "Ito",
                    "Jansen",
                    "Kowalski",
                    "Lefèvre",
                    "Müller",
                    "Nakamura",
                    "Okafor",
                    "Petrov",
                    "Quinn",
                    "Rossi",
                    "Smith",
                    "Tanaka",
                    "Ueda",
                    "van Dijk",
                    "Weber",
                    "Xu",
                    "Yılmaz",
                    "Zieliński",
                    "O'Neill",
                    "Núñez",
                    "Patel",
                    "Nguyen",
                    "Larsen",
                    "Mbeki",
                    "Horváth",
                    "Novák",
                    "Silva",
                    "Kim",
                    "Singh");

    static final List<String> TITLES =
            List.of(
                    "Chief Executive Officer",
                    "VP Sales",
                    "Head of Marketing",
                    "Operations Manager",
                    "Account Executive",
                    "Software Engineer",
                    "CFO",
                    "Procurement Lead",
                    "Customer Success Manager",
                    "Data Analyst",
                    "Director, R&D",
                    "Office Manager");

    static final List<String> COMPANY_WORDS =
            List.of(
                    "Northlight",
                    "Blue Harbor",
                    "Kestrel",
                    "Ironwood",
                    "Lumen",
                    "Terra Nova",
                    "Quarry",
                    "Juniper",
                    "Halcyon",
                    "Meridian",
                    "Copperfield",
                    "Saltmarsh",
                    "Redwood",
                    "Ostrich",
                    "Pinnacle",
                    "Vela",
                    "Cobalt",
                    "Sunfield",
                    "Aster",
                    "Granite");

    static final List<String> COMPANY_KINDS =
            List.of(
                    "Logistics",
                    "Foods",
                    "Systems",
                    "Energy",
                    "Health",
                    "Partners",
                    "Labs",
                    "Textiles",
                    "Insurance",
                    "Robotics",
                    "Media",
                    "Works");

    static final List<String> COMPANY_FORMS =
            List.of("Inc.", "GmbH", "Ltd", "S.A.", "AB", "B.V.", "K.K.", "& Sons");

    static final List<String> DEAL_KINDS =
            List.of(
                    "annual licence",
                    "renewal",
                    "pilot",
                    "expansion",
                    "support plan",
                    "migration",
                    "training days",
                    "hardware refresh");

    static final List<String> NEXT_STEPS =
            List.of(
                    "Call back on Monday",
                    "Send the quote",
                    "Legal review",
                    "Demo for the finance team",
                    "Wait for the budget round",
                    "Contract is with procurement");

    static final List<String> SENTENCES =
            List.of(
                    "Met at the user conference.", "Prefers e-mail to calls.",
                    "Asked for a discount of 10 %.", "Uses the old version still.",
                    "Do not call before noon (UTC+2).", "Wants references from the industry.",
                    "Line one.\nLine two.", "Budget is approved; waiting for the signature.");

    private Believable() {}

    static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static String digits(SplittableRandom random, String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#') {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }
}
