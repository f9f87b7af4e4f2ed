package io.crosswalk.mapping;

import io.crosswalk.rules.Side;

/** Where a record is made whose partner is nowhere to be found. The names are stable. */
public enum Creation {
    OFF,
    IN_SALESFORCE,
    IN_HUBSPOT,
    BOTH;

    public boolean in(Side side) {
        return switch (this) {
            case OFF -> false;
            case IN_SALESFORCE -> side == Side.SALESFORCE;
            case IN_HUBSPOT -> side == Side.HUBSPOT;
            case BOTH -> true;
        };
    }
}
