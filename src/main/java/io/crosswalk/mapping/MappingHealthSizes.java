package io.crosswalk.mapping;

import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.HubspotType;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.salesforce.SalesforceField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a Salesforce field is too small for a property. HubSpot's texts hold 65,536 characters
 * and its numbers have no limits, so nearly every field is smaller: only those that real values
 * will not fit are worth a warning.
 */
final class MappingHealthSizes {
    /** The shortest of Salesforce's own fields for one line, the postal code, has 20. */
    private static final int LINE_MIN = 20;

    /** A field that somebody made could have been made larger. */
    private static final int CUSTOM_LINE_MIN = 40;

    private static final int LINES_MIN = 255;

    /** Numbers of 1,000 and more are common; percentages of that size are not. */
    private static final int DIGITS_MIN = 4;

    private static final Set<SalesforceType> SIZED =
            EnumSet.of(SalesforceType.DOUBLE, SalesforceType.CURRENCY);

    /** Who chooses int, or money without cents, wants whole numbers. */
    private static final Set<SalesforceType> MEANT_FOR_DECIMALS =
            EnumSet.of(SalesforceType.DOUBLE, SalesforceType.PERCENT);

    private MappingHealthSizes() {}

    static List<ProblemCause> findings(
            String property,
            String field,
            HubspotType hubspotType,
            SalesforceField salesforce,
            SalesforceType salesforceType) {
        return switch (hubspotType) {
            case TEXTAREA -> text(property, field, salesforce.length(), LINES_MIN);
            case TEXT ->
                    salesforceType == SalesforceType.ID
                            ? List.of()
                            : text(
                                    property,
                                    field,
                                    salesforce.length(),
                                    salesforce.custom() ? CUSTOM_LINE_MIN : LINE_MIN);
            // The longest number there is has 15 digits and some signs between them.
            case PHONENUMBER -> text(property, field, salesforce.length(), LINE_MIN);
            case NUMBER -> number(property, field, salesforce, salesforceType);
            // Percents without decimals are as common as they are meant.
            case PERCENTAGE ->
                    salesforceType == SalesforceType.PERCENT
                            ? List.of()
                            : number(property, field, salesforce, salesforceType);
            case SELECT, RADIO, CHECKBOX, BOOLEANCHECKBOX, DATE, DATETIME, OTHER -> List.of();
        };
    }

    private static List<ProblemCause> text(String property, String field, int length, int least) {
        if (length == 0 || length >= least) {
            return List.of();
        }
        return List.of(
                tooShort(field + " takes " + length + " characters; " + property + " takes more.")
                        .with("limit", List.of(Integer.toString(length))));
    }

    private static ProblemCause tooShort(String what) {
        return ProblemCause.of(
                ProblemCode.FIELD_TOO_SHORT,
                what + " Longer values are not written. " + ProblemCode.FIELD_TOO_SHORT.mending());
    }

    private static List<ProblemCause> number(
            String property, String field, SalesforceField salesforce, SalesforceType type) {
        List<ProblemCause> findings = new ArrayList<>();
        int digits = salesforce.precision() - salesforce.scale();
        if (salesforce.precision() > 0 && SIZED.contains(type) && digits < DIGITS_MIN) {
            findings.add(
                    tooShort(
                                    field
                                            + " takes "
                                            + digits
                                            + " digits before the point; "
                                            + property
                                            + " takes more.")
                            .with("limit", List.of(Integer.toString(digits))));
        }
        if (salesforce.precision() > 0
                && salesforce.scale() == 0
                && MEANT_FOR_DECIMALS.contains(type)) {
            findings.add(
                    ProblemCause.of(
                            ProblemCode.FIELD_DROPS_DECIMALS,
                            field
                                    + " keeps no decimals, so what "
                                    + property
                                    + " has after the point is rounded on its way. "
                                    + ProblemCode.FIELD_DROPS_DECIMALS.mending()));
        }
        return findings;
    }
}
