package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form for a backfill asks the API for. */
class BackfillFormTest {
    private static BackfillForm form(String which) {
        BackfillForm form = new BackfillForm();
        form.object = "contact";
        form.fill = "align";
        form.which = which;
        return form;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids", "since", "property"})
    void choiceWhoseDetailIsEmpty_isRefused_andIsNotEveryRecord(String which) {
        BackfillForm form = form(which);
        form.ids = " ,\n";
        form.since = "";
        form.property = " ";
        form.operator = "HAS_PROPERTY";

        assertThatThrownBy(form::body)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo(RefusalCode.PARAMETER_MISSING))
                .hasMessageContaining("All that are linked");
    }

    @Test
    void all_hasNoFilter() {
        assertThat(form("all").body().has("filter")).isFalse();
    }

    @Test
    void ids_mayBeApartByWhateverTheyWereCopiedWith() {
        BackfillForm form = form("ids");
        form.ids = " 7\n8\t9, 10;11  12,";

        assertThat(form.body().at("/filter/ids").toString())
                .isEqualTo("[\"7\",\"8\",\"9\",\"10\",\"11\",\"12\"]");
    }

    @Test
    void aThousandIds_areTaken() {
        BackfillForm form = form("ids");
        form.ids =
                IntStream.range(0, 1_000)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));

        assertThat(form.body().at("/filter/ids")).hasSize(1_000);
    }

    @Test
    void whatIsNoId_isNamedAsItWasPasted() {
        BackfillForm form = form("ids");
        form.ids = "7, 8, 0035g00000000GNAAY";

        assertThatThrownBy(form::body)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("'0035g00000000GNAAY' is no id of a HubSpot record");
    }

    @Test
    void moreIdsThanARunTakes_areCounted() {
        BackfillForm form = form("ids");
        form.ids =
                IntStream.range(0, 1_001)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));

        assertThatThrownBy(form::body)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("These are 1,001 ids, and a backfill takes 1,000.");
    }

    @Test
    void valuesOfAList_keepTheirSpaces() {
        BackfillForm form = form("property");
        form.property = "city";
        form.operator = "IN";
        form.values = "New York, Boston";

        assertThat(form.body().at("/filter/values").toString())
                .isEqualTo("[\"New York\",\"Boston\"]");
    }

    @Test
    void day_beginsAtMidnight() {
        BackfillForm form = form("since");
        form.since = "2026-11-20";

        assertThat(form.body().at("/filter/modifiedSince").asText())
                .isEqualTo("2026-11-20T00:00:00Z");
    }
}
