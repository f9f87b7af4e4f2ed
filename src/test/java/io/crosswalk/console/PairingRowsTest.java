package io.crosswalk.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.salesforce.SalesforceField;
import io.crosswalk.salesforce.SalesforceField.PicklistValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The panel says of an option what the conversion makes of it. */
class PairingRowsTest {
    private static Pairing pairing(Map<String, String> pairs) {
        HubspotProperty property =
                new HubspotProperty(
                        "level",
                        "Level",
                        "enumeration",
                        "select",
                        false,
                        false,
                        false,
                        false,
                        null,
                        Stream.of("low", "Cold")
                                .map(it -> new HubspotProperty.Option(it, it, false, 0))
                                .toList());
        SalesforceField field =
                new SalesforceField(
                        "Level__c",
                        "Level",
                        "picklist",
                        true,
                        255,
                        0,
                        0,
                        true,
                        false,
                        true,
                        false,
                        List.of(),
                        List.of(new PicklistValue("Cold", "Cold", true)));
        return Pairing.of(ObjectPairs.named("contact").orElseThrow(), property, field, pairs);
    }

    @Test
    void optionWhoseValueIsAnothers_isOpenAlsoIfThePicklistTakesAnything() {
        Pairing pairing = pairing(Map.of("low", "Cold"));

        assertThat(pairing.rows().get(1).otherwise()).contains("paired with another option");
        assertThat(pairing.rows().get(1).open()).isTrue();
        assertThat(pairing.rows().get(0).open()).isFalse();
    }

    @Test
    void ofTwoOptionsWithOneValue_theSecondIsOpen() {
        Pairing pairing = pairing(Map.of("low", "Cold", "Cold", "Cold"));

        assertThat(pairing.rows()).extracting(Pairing.Row::open).containsExactly(true, false);
    }

    @Test
    void optionThatThePicklistLacks_isOpenAlsoIfThePicklistTakesAnything() {
        Pairing pairing = pairing(Map.of());

        assertThat(pairing.rows().get(0).otherwise()).contains("‘low’ becomes an inactive value");
        assertThat(pairing.rows()).extracting(Pairing.Row::open).containsExactly(true, false);
    }

    @Test
    void optionWhoseValueIsGone_isOpen() {
        Pairing pairing = pairing(Map.of("low", "Lukewarm"));

        assertThat(pairing.rows()).extracting(Pairing.Row::open).containsExactly(true, false);
    }
}
