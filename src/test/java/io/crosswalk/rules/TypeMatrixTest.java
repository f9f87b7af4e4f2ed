package io.crosswalk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeMatrixTest {
    private static final List<SalesforceType> COLUMNS =
            List.of(SalesforceType.values()).subList(0, 10);
    private static final List<HubspotType> ROWS = List.of(HubspotType.values()).subList(0, 8);

    /** S strict, e extended, . mismatch: eight HubSpot field types by ten Salesforce types. */
    private static final String STRICT_MATRIX =
            """
            HUBSPOT         string texta. pickl. multip. refer. boolean double int date datet.
            SELECT          .      .      S      .       S      .       .      .   .    .
            RADIO           .      .      S      .       S      .       .      .   .    .
            CHECKBOX        .      .      .      S       .      .       .      .   .    .
            BOOLEANCHECKBOX .      .      .      .       .      S       .      .   .    .
            NUMBER          .      .      .      .       .      .       S      S   .    .
            TEXT            S      S      e      .       .      .       .      .   .    .
            TEXTAREA        .      S      .      .       .      .       .      .   .    .
            DATE            .      .      .      .       .      .       .      .   S    S
            """;

    @Test
    void eightyPairsOfTheStrictMatrix_fitAsWrittenByHand() {
        List<String[]> lines = STRICT_MATRIX.lines().map(line -> line.split(" +")).toList();
        int pairs = 0;
        for (String[] cells : lines.subList(1, lines.size())) {
            var hubspot = HubspotType.valueOf(cells[0]);
            for (int column = 1; column < cells.length; column++) {
                var salesforce = COLUMNS.get(column - 1);
                var expected =
                        switch (cells[column]) {
                            case "S" -> Fit.STRICT;
                            case "e" -> Fit.EXTENDED;
                            default -> Fit.MISMATCH;
                        };
                assertThat(TypeMatrix.fit(hubspot, salesforce))
                        .as("%s with %s", hubspot, salesforce)
                        .isEqualTo(expected);
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(80);
    }

    @Test
    void strictPairs_areThirteenAndInsideTheMatrix() {
        long all = 0;
        long inside = 0;
        // A percentage is a number to HubSpot.
        for (HubspotType hubspot : EnumSet.complementOf(EnumSet.of(HubspotType.PERCENTAGE))) {
            for (SalesforceType salesforce : SalesforceType.values()) {
                if (TypeMatrix.fit(hubspot, salesforce) == Fit.STRICT) {
                    all++;
                    inside += ROWS.contains(hubspot) && COLUMNS.contains(salesforce) ? 1 : 0;
                }
            }
        }
        assertThat(all).isEqualTo(13);
        assertThat(inside).isEqualTo(13);
    }

    @Test
    void extendedPairs_areTheseAndNoOthers() {
        var extended =
                EnumSet.complementOf(EnumSet.of(HubspotType.PERCENTAGE)).stream()
                        .flatMap(
                                hubspot ->
                                        Stream.of(SalesforceType.values())
                                                .filter(
                                                        salesforce ->
                                                                TypeMatrix.fit(hubspot, salesforce)
                                                                        == Fit.EXTENDED)
                                                .map(
                                                        salesforce ->
                                                                hubspot.label()
                                                                        + "-"
                                                                        + salesforce.label()));
        assertThat(extended)
                .containsExactlyInAnyOrder(
                        "text-email",
                        "text-phone",
                        "text-url",
                        "text-id",
                        "text-picklist",
                        "number-currency",
                        "number-percent",
                        "number-long",
                        "datetime-datetime",
                        "datetime-date",
                        "phonenumber-phone",
                        "phonenumber-string");
    }

    @Test
    void percentage_fitsWhatANumberFits() {
        for (SalesforceType salesforce : SalesforceType.values()) {
            assertThat(TypeMatrix.fit(HubspotType.PERCENTAGE, salesforce))
                    .as(salesforce.label())
                    .isEqualTo(TypeMatrix.fit(HubspotType.NUMBER, salesforce));
        }
    }

    @Test
    void displayHint_tellsPercentagesFromOtherNumbers() {
        assertThat(HubspotType.of("number", "number", "percentage"))
                .isEqualTo(HubspotType.PERCENTAGE);
        assertThat(HubspotType.of("number", "number", "probability"))
                .isEqualTo(HubspotType.PERCENTAGE);
        assertThat(HubspotType.of("number", "calculation_equation", "percentage"))
                .isEqualTo(HubspotType.PERCENTAGE);
        assertThat(HubspotType.of("number", "number", "currency")).isEqualTo(HubspotType.NUMBER);
        assertThat(HubspotType.of("number", "number", null)).isEqualTo(HubspotType.NUMBER);
        assertThat(HubspotType.of("string", "text", "percentage")).isEqualTo(HubspotType.TEXT);
    }

    @Test
    void typesForMessages_areExactlyThoseThatFitStrictFirst() {
        assertThat(TypeMatrix.salesforceTypesFor(HubspotType.SELECT))
                .containsExactly(SalesforceType.PICKLIST, SalesforceType.REFERENCE);
        assertThat(TypeMatrix.hubspotTypesFor(SalesforceType.PICKLIST))
                .containsExactly(HubspotType.SELECT, HubspotType.RADIO, HubspotType.TEXT);
        for (HubspotType hubspot : HubspotType.values()) {
            for (SalesforceType salesforce : SalesforceType.values()) {
                boolean fits = TypeMatrix.fit(hubspot, salesforce) != Fit.MISMATCH;
                assertThat(TypeMatrix.salesforceTypesFor(hubspot).contains(salesforce))
                        .as("%s %s", hubspot, salesforce)
                        .isEqualTo(fits);
                assertThat(TypeMatrix.hubspotTypesFor(salesforce).contains(hubspot))
                        .as("%s %s", hubspot, salesforce)
                        .isEqualTo(fits);
            }
        }
    }

    @Test
    void otherTypes_fitNothing() {
        assertThat(TypeMatrix.salesforceTypesFor(HubspotType.OTHER)).isEmpty();
        assertThat(TypeMatrix.hubspotTypesFor(SalesforceType.OTHER)).isEmpty();
    }

    @Test
    void hubspotTypes_areReadFromTypeAndFieldType() {
        assertThat(HubspotType.of("enumeration", "select")).isEqualTo(HubspotType.SELECT);
        assertThat(HubspotType.of("enumeration", "radio")).isEqualTo(HubspotType.RADIO);
        assertThat(HubspotType.of("enumeration", "checkbox")).isEqualTo(HubspotType.CHECKBOX);
        assertThat(HubspotType.of("enumeration", "booleancheckbox"))
                .isEqualTo(HubspotType.BOOLEANCHECKBOX);
        assertThat(HubspotType.of("bool", "booleancheckbox"))
                .isEqualTo(HubspotType.BOOLEANCHECKBOX);
        assertThat(HubspotType.of("number", "number")).isEqualTo(HubspotType.NUMBER);
        assertThat(HubspotType.of("string", "text")).isEqualTo(HubspotType.TEXT);
        assertThat(HubspotType.of("string", "textarea")).isEqualTo(HubspotType.TEXTAREA);
        assertThat(HubspotType.of("string", "phonenumber")).isEqualTo(HubspotType.PHONENUMBER);
        assertThat(HubspotType.of("phone_number", "phonenumber"))
                .isEqualTo(HubspotType.PHONENUMBER);
        assertThat(HubspotType.of("date", "date")).isEqualTo(HubspotType.DATE);
        assertThat(HubspotType.of("datetime", "date")).isEqualTo(HubspotType.DATETIME);
    }

    @Test
    void calculatedProperties_haveTheTypeOfTheirValues() {
        assertThat(HubspotType.of("number", "calculation_equation")).isEqualTo(HubspotType.NUMBER);
        assertThat(HubspotType.of("number", "calculation_rollup")).isEqualTo(HubspotType.NUMBER);
        assertThat(HubspotType.of("string", "calculation_equation")).isEqualTo(HubspotType.TEXT);
        assertThat(HubspotType.of("bool", "calculation_equation"))
                .isEqualTo(HubspotType.BOOLEANCHECKBOX);
        assertThat(HubspotType.of("date", "calculation_equation")).isEqualTo(HubspotType.DATE);
        assertThat(HubspotType.of("datetime", "calculation_read_time"))
                .isEqualTo(HubspotType.DATETIME);
        assertThat(HubspotType.of("enumeration", "calculation_equation"))
                .isEqualTo(HubspotType.SELECT);
    }

    @Test
    void unknownTypes_areOther() {
        assertThat(
                        EnumSet.of(
                                HubspotType.of("string", "html"),
                                HubspotType.of("string", "file"),
                                HubspotType.of("json", "text"),
                                HubspotType.of("object_coordinates", "text"),
                                HubspotType.of("enumeration", "tags"),
                                HubspotType.of("number", "slider"),
                                HubspotType.of("", "")))
                .containsExactly(HubspotType.OTHER);
        for (SalesforceType type : SalesforceType.values()) {
            assertThat(SalesforceType.of(type.label())).isEqualTo(type);
        }
        assertThat(SalesforceType.of("encryptedstring")).isEqualTo(SalesforceType.OTHER);
        assertThat(SalesforceType.of("PICKLIST")).isEqualTo(SalesforceType.OTHER);
    }

    @Test
    void typesOfLists_areThoseWithOptions() {
        assertThat(HubspotType.values())
                .filteredOn(HubspotType::hasOptions)
                .containsExactlyInAnyOrder(
                        HubspotType.SELECT, HubspotType.RADIO, HubspotType.CHECKBOX);
        assertThat(SalesforceType.values())
                .filteredOn(SalesforceType::isPicklist)
                .containsExactlyInAnyOrder(SalesforceType.PICKLIST, SalesforceType.MULTIPICKLIST);
    }
}
