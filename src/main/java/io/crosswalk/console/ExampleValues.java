package io.crosswalk.console;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.mapping.Compatibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two values of a property's type, to tell with what a rule does.
 *
 * @param hubspot what HubSpot says in the examples
 * @param salesforce what Salesforce says
 */
record ExampleValues(String hubspot, String salesforce) {
    private static final ExampleValues OF_TEXT = new ExampleValues("CTO", "CEO");

    static ExampleValues of(@Nullable HubspotProperty property) {
        if (property == null) {
            return OF_TEXT;
        }
        return switch (Compatibility.typeOf(property)) {
            case SELECT, RADIO, CHECKBOX -> ofOptions(property.options());
            case BOOLEANCHECKBOX -> new ExampleValues("Yes", "No");
            case NUMBER -> new ExampleValues("42", "17");
            case PERCENTAGE -> new ExampleValues("20 %", "35 %");
            case DATE -> new ExampleValues("2026-05-04", "2026-06-15");
            case DATETIME -> new ExampleValues("2026-05-04 09:00", "2026-06-15 14:30");
            case PHONENUMBER -> new ExampleValues("+1 202 555 0143", "+1 202 555 0178");
            case TEXT, TEXTAREA, OTHER -> OF_TEXT;
        };
    }

    private static ExampleValues ofOptions(List<HubspotProperty.Option> options) {
        return options.size() < 2
                ? OF_TEXT
                : new ExampleValues(options.get(0).label(), options.get(1).label());
    }
}
