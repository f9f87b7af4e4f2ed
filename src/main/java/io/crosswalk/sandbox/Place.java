package io.crosswalk.sandbox;

import java.util.List;

/**
 * Where generated people and companies are.
 *
 * @param phone digits in place of each {@code #}
 */
record Place(
        String country, String city, String state, String zip, String phone, List<String> streets) {

    static final List<Place> ALL =
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
}
