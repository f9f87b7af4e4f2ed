package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswalk.mapping.ConfigurationPlan.RefusedPart;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.WantedConfiguration;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.mapping.WantedConfiguration.WantedObject;
import io.crosswalk.rules.SyncRule;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that people copy from HubSpot's page: what they say, and which rows say nothing. */
class CsvReaderTest {
    private static final String COLUMNS = "property,field,rule\n";

    private static RefusalCode refused(ThrowingCallable read) {
        Refusal refusal = catchThrowableOfType(Refusal.class, read);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }

    private static WantedMapping wanted(String property, String field, SyncRule rule, int line) {
        return new WantedMapping(property, field, rule, null, null, line);
    }

    @Test
    void csvAsHubspotsUsersWriteIt_isRead() {
        String csv =
                """
                Object,HubSpot property,"Salesforce field",Sync rule\r
                contact,"Interests, all",Interests__c,Don’t Sync\r
                Company,name,Name,prefer salesforce unless blank\r
                contact,"say ""hi""\",Title,Two way\r
                \r
                """;

        WantedConfiguration wanted = CsvReader.read(csv, null);

        assertThat(wanted.partial()).isTrue();
        assertThat(wanted.byLabel()).isTrue();
        assertThat(wanted.unread()).isEmpty();
        assertThat(wanted.objects())
                .containsExactly(
                        new WantedObject(
                                "contact",
                                null,
                                List.of(
                                        wanted(
                                                "Interests, all",
                                                "Interests__c",
                                                SyncRule.DONT_SYNC,
                                                2),
                                        wanted("say \"hi\"", "Title", SyncRule.TWO_WAY, 4))),
                        new WantedObject(
                                "company",
                                null,
                                List.of(
                                        wanted(
                                                "name",
                                                "Name",
                                                SyncRule.PREFER_SALESFORCE_UNLESS_BLANK,
                                                3))));
    }

    @Test
    void semicolonsOfEuropeanSpreadsheets_areRead() {
        WantedConfiguration wanted =
                CsvReader.read("property;field;rule\nname;Name;Two-way", "company");

        assertThat(wanted.objects().get(0).mappings()).hasSize(1);
    }

    @Test
    void emptyRowsOfSpreadsheets_areLeftOut() {
        WantedConfiguration wanted =
                CsvReader.read(COLUMNS + ",,\nname,Name,Two-way\n , ,\n", "company");

        assertThat(wanted.objects().get(0).mappings()).hasSize(1);
        assertThat(wanted.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                    | BODY_MALFORMED
                    property,field                        | MEMBER_MISSING
                    property,field,rule,colour            | MEMBER_UNKNOWN
                    property,property,field,rule          | MEMBER_UNKNOWN
                    objects: {}                           | MEMBER_UNKNOWN
                    property,field,rule\\n"a"b,c,Two-way  | BODY_MALFORMED
                    property,field,rule\\n"a,c,Two-way    | BODY_MALFORMED
                    """)
    void whatIsNoTable_isRefusedAsAWhole(String csv, String code) {
        assertThat(refused(() -> CsvReader.read(csv.replace("\\n", "\n"), "contact")))
                .hasToString(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name,Name              | BODY_MALFORMED   | 2 cells, the first row has 4
                    ,Name,Two-way,contact  | MEMBER_MISSING   | no property
                    name,,Two-way,contact  | MEMBER_MISSING   | no field
                    name,Name,,contact     | MEMBER_MISSING   | no rule
                    name,Name,Two-way,     | MEMBER_MISSING   | no object
                    name,Name,Some,contact | MEMBER_MALFORMED | rule 'Some'. The rules are Prefer
                    na\u0007me,Name,Two-way,contact | MEMBER_MALFORMED | control characters
                    name,Name,Two-way,lead | UNKNOWN_OBJECT   | 'lead'. The objects are [contact
                    """)
    void rowThatSaysNothing_isRefusedWithItsLine_andTheOthersAreRead(
            String row, RefusalCode code, String why) {
        WantedConfiguration wanted =
                CsvReader.read(
                        "property,field,rule,object\na,A,Two-way,deal\n"
                                + row
                                + "\nb,B,Two-way,deal\n",
                        null);

        assertThat(wanted.objects()).hasSize(1);
        assertThat(wanted.objects().get(0).mappings()).hasSize(2);
        assertThat(wanted.unread())
                .extracting(RefusedPart::code, RefusedPart::line)
                .containsExactly(tuple(code, 3));
        assertThat(wanted.unread().get(0).message()).startsWith("Line 3").contains(why);
    }

    @Test
    void rowThatIsRefused_showsWhatItNames() {
        WantedConfiguration wanted = CsvReader.read(COLUMNS + "name,,Two-way\n", "company");

        assertThat(wanted.unread().get(0).hubspotProperty()).isEqualTo("name");
        assertThat(wanted.unread().get(0).salesforceField()).isNull();
    }

    @Test
    void tableWithoutAnyObject_isRefusedAsAWhole() {
        assertThat(refused(() -> CsvReader.read(COLUMNS + "a,b,Two-way", null)))
                .isEqualTo(RefusalCode.PARAMETER_MISSING);
    }

    @Test
    void threeObjectsWithAsManyMappingsAsHubspotAllows_areRead() {
        StringBuilder csv = new StringBuilder("object,property,field,rule\n");
        for (String object : List.of("contact", "company", "deal")) {
            for (int i = 0; i < 500; i++) {
                csv.append("%s,property%d,Field%d__c,Two-way\n".formatted(object, i, i));
            }
        }

        assertThat(CsvReader.read(csv.toString(), null).objects())
                .hasSize(3)
                .allSatisfy(object -> assertThat(object.mappings()).hasSize(500));
    }

    @Test
    void tableWithoutAnEnd_isRefused() {
        String rows = "a,b,Two-way\n".repeat(CsvReader.ROWS_MAX);

        assertThat(refused(() -> CsvReader.read(COLUMNS + rows, "contact")))
                .isEqualTo(RefusalCode.BODY_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/json", ""})
    void documentThatIsNoTable_isAppliedAsAWholeOrNotAtAll(String type) {
        assertThat(refused(() -> ConfigReader.skipsRefused("true", type)))
                .isEqualTo(RefusalCode.PARAMETER_MALFORMED);
        assertThat(ConfigReader.skipsRefused("false", type)).isFalse();
        assertThat(ConfigReader.skipsRefused(null, type)).isFalse();
    }

    @Test
    void tableWithoutItsRefusedRows_isWantedOnlyWhereTheRequestSaysSo() {
        assertThat(ConfigReader.skipsRefused("true", "text/csv; charset=utf-8")).isTrue();
        assertThat(ConfigReader.skipsRefused("false", "text/csv")).isFalse();
        assertThat(ConfigReader.skipsRefused(null, "text/csv")).isFalse();
        assertThat(refused(() -> ConfigReader.skipsRefused("yes", "text/csv")))
                .isEqualTo(RefusalCode.PARAMETER_MALFORMED);
    }
}
