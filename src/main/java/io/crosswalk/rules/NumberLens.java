package io.crosswalk.rules;

import io.crosswalk.rules.Converted.Code;
import io.crosswalk.rules.Converted.Ok;
import io.crosswalk.rules.Converted.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers. Salesforce's field limits the digits; what HubSpot has beyond the field's scale is
 * rounded half up and is then no difference. HubSpot names no limits for numbers.
 *
 * <p>What HubSpot shows as a percentage it holds as a fraction, and Salesforce's percents are
 * hundredths: 0.2 is 20 there.
 */
final class NumberLens implements Lens {
    private static final Refused NOT_A_NUMBER =
            new Refused(
                    Code.NOT_A_NUMBER,
                    "Only decimal numbers of up to "
                            + NumberText.LENGTH_MAX
                            + " digits can be carried over.");
    private static final BigDecimal INT_LIMIT = BigDecimal.valueOf(1L << 31);
    private static final BigDecimal LONG_LIMIT = new BigDecimal("9223372036854775808");

    private final SalesforceType salesforceType;
    private final int scale;
    private final boolean rounds;

    /** Places by which the point is moved on the way to Salesforce. */
    private final int shift;

    /** Digits before the point; -1 = no limit. */
    private final int digitsMax;

    NumberLens(HubspotType hubspotType, SalesforceType salesforceType, Limits limits) {
        boolean whole =
                limits.integer()
                        || salesforceType == SalesforceType.INT
                        || salesforceType == SalesforceType.LONG;
        boolean percent =
                hubspotType == HubspotType.PERCENTAGE && salesforceType == SalesforceType.PERCENT;
        this.salesforceType = salesforceType;
        shift = percent ? 2 : 0;
        scale = whole ? 0 : limits.scale();
        rounds = whole || limits.precision() > 0;
        digitsMax = limits.precision() > 0 ? Math.max(0, limits.precision() - scale) : -1;
    }

    @Override
    public Converted toSalesforce(Value hubspot) {
        BigDecimal number = NumberText.parse(hubspot.text());
        if (number == null) {
            return NOT_A_NUMBER;
        }
        BigDecimal rounded = rounded(number.movePointRight(shift));
        if (digitsMax >= 0 && digitsBeforePoint(rounded) > digitsMax) {
            return new Refused(
                    Code.NUMBER_TOO_LARGE,
                    "The number has "
                            + digitsBeforePoint(rounded)
                            + " digits before the point; the Salesforce field takes "
                            + digitsMax
                            + ".");
        }
        if (salesforceType == SalesforceType.INT && outside(rounded, INT_LIMIT)) {
            return new Refused(
                    Code.NUMBER_TOO_LARGE,
                    "The Salesforce field takes whole numbers from -2147483648 to 2147483647.");
        }
        if (salesforceType == SalesforceType.LONG && outside(rounded, LONG_LIMIT)) {
            return new Refused(
                    Code.NUMBER_TOO_LARGE, "The Salesforce field takes whole numbers of 64 bits.");
        }
        return written(rounded);
    }

    @Override
    public Converted toHubspot(Value salesforce) {
        BigDecimal number = NumberText.parse(salesforce.text());
        return number == null ? NOT_A_NUMBER : written(number.movePointLeft(shift));
    }

    /** Moving the point may take more digits than are read. */
    private static Converted written(BigDecimal number) {
        String text = NumberText.plain(number);
        return text.length() > NumberText.LENGTH_MAX ? NOT_A_NUMBER : new Ok(Value.of(text));
    }

    @Override
    public boolean inStep(Value hubspot, Value salesforce) {
        BigDecimal hubspotNumber = NumberText.parse(hubspot.text());
        BigDecimal salesforceNumber = NumberText.parse(salesforce.text());
        if (hubspotNumber == null || salesforceNumber == null) {
            return hubspot.equals(salesforce);
        }
        return rounded(hubspotNumber.movePointRight(shift)).compareTo(rounded(salesforceNumber))
                == 0;
    }

    private BigDecimal rounded(BigDecimal number) {
        return rounds && number.scale() > scale
                ? number.setScale(scale, RoundingMode.HALF_UP)
                : number;
    }

    private static int digitsBeforePoint(BigDecimal number) {
        return number.signum() == 0 ? 0 : Math.max(0, number.precision() - number.scale());
    }

    /** Whether the number is not in -limit ≤ number < limit. */
    private static boolean outside(BigDecimal number, BigDecimal limit) {
        return number.compareTo(limit) >= 0 || number.compareTo(limit.negate()) < 0;
    }
}
