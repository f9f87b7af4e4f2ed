package io.crosswalk.sandbox;

import java.util.List;
import java.util.SplittableRandom;

/** What generated people, companies and deals are made of. All domains end in {@code .example}. */
final class Believable {
    /**
     * @param phone digits in place of each {@code #}
     */
    record Place(
            String country,
            String city,
            String state,
            String zip,
            String phone,
            List<String> streets) {}

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

    static final List<Place> PLACES =
            List.of(
                    new Place(
                            "United States",
                            "Austin",
                            "TX",
                            "78701",
                            "+1 512-555-01##",
                            List.of("410 Congress Ave", "98 San Jacinto Blvd\nSuite 1200")),
                    new Place(
                            "United States",
                            "Boston",
                            "MA",
                            "02110",
                            "(617) 555-01##",
                            List.of("1 Federal Street", "75 State St, Floor 9")),
                    new Place(
                            "Germany",
                            "München",
                            "Bayern",
                            "80331",
                            "+49 89 5550 1##",
                            List.of("Sendlinger Straße 8", "Marienplatz 1")),
                    new Place(
                            "France",
                            "Lyon",
                            "Auvergne-Rhône-Alpes",
                            "69002",
                            "+33 4 72 55 01 ##",
                            List.of("12 rue de la République", "3 bis, quai des Célestins")),
                    new Place(
                            "United Kingdom",
                            "Leeds",
                            "",
                            "LS1 4AP",
                            "+44 113 496 0###",
                            List.of("7 Park Row", "The Old Mill, Wharf Approach")),
                    new Place(
                            "Ireland",
                            "Cork",
                            "Co. Cork",
                            "T12 X8N6",
                            "+353 21 555 01##",
                            List.of("14 O'Connell Square", "2 St. Patrick's Quay")),
                    new Place(
                            "Japan",
                            "東京都",
                            "千代田区",
                            "100-0005",
                            "03-5550-01##",
                            List.of("丸の内1-9-1", "大手町2丁目3-1")),
                    new Place(
                            "Brazil",
                            "São Paulo",
                            "SP",
                            "01310-100",
                            "+55 11 5550-01##",
                            List.of("Av. Paulista, 1000", "Rua Augusta 250 – conj. 41")),
                    new Place(
                            "India",
                            "Bengaluru",
                            "Karnataka",
                            "560001",
                            "+91 80 5550 1###",
                            List.of("24 MG Road", "#7, 3rd Cross, Indiranagar")),
                    new Place(
                            "Poland",
                            "Łódź",
                            "łódzkie",
                            "90-001",
                            "+48 42 555 01 ##",
                            List.of("ul. Piotrkowska 77", "al. Kościuszki 3/5")),
                    new Place(
                            "Sweden",
                            "Göteborg",
                            "",
                            "411 05",
                            "+46 31 555 01##",
                            List.of("Kungsportsavenyn 10", "Östra Hamngatan 4")),
                    new Place(
                            "South Africa",
                            "Cape Town",
                            "Western Cape",
                            "8001",
                            "+27 21 555 01##",
                            List.of("100 Long Street", "5 Bree St")));

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
