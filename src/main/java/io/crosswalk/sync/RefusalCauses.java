package io.crosswalk.sync;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.WriteOutcome.NotTaken;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.rules.Converted;
import io.crosswalk.rules.Converted.Refused;
import io.crosswalk.rules.SalesforceType;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.Collection;
import java.util.List;

/** Tells people why a value was not written, in words that are the same for both CRMs. */
final class RefusalCauses {
    private RefusalCauses() {}

    /**
     * @param side the side that was to be written
     * @param value the other side's, which is told of only where it is a colleague
     */
    static ProblemCause of(PlannedField field, Side side, Value value, Refused refused) {
        ProblemCode code = code(side, refused.code());
        Mending mending = Mending.of(field, code);
        ProblemCause cause =
                ProblemCause.of(
                                code,
                                way(field.mapping(), side)
                                        + ". "
                                        + why(field, side, value, refused)
                                        + " "
                                        + mending.text())
                        .with(mending.action());
        return isColleague(field, refused)
                ? cause.with(Unpaired.detail(side), List.of(value.text()))
                : cause;
    }

    /** In a sentence: the limits, or who has no counterpart. */
    static String why(PlannedField field, Side side, Value value, Refused refused) {
        return isColleague(field, refused)
                ? Unpaired.sentence(field.colleagues(), side, value.text())
                : refused.detail();
    }

    private static boolean isColleague(PlannedField field, Refused refused) {
        return refused.code() == Converted.Code.OPTION_MISSING
                && StandardMappings.isOwner(field.mapping());
    }

    /** What mends it in this field: only what is a picklist in Salesforce can be refreshed. */
    private record Mending(ProblemAction action, String text) {
        static final String OWNER =
                "Owners go by their e-mail: have an active owner in HubSpot and an active user in"
                        + " Salesforce with the same e-mail, choose another owner, or set the"
                        + " mapping to Don't sync.";
        static final String REFERENCE = "Pair the record's id with an option of the property.";

        static Mending of(PlannedField field, ProblemCode code) {
            boolean option =
                    code == ProblemCode.OPTION_MISSING_IN_HUBSPOT
                            || code == ProblemCode.OPTION_MISSING_IN_SALESFORCE;
            if (!option || field.salesforceType() != SalesforceType.REFERENCE) {
                return new Mending(code.action(), code.mending());
            }
            return new Mending(
                    ProblemAction.EDIT_MAPPING,
                    StandardMappings.isOwner(field.mapping()) ? OWNER : REFERENCE);
        }
    }

    /**
     * @param values what was sent; the CRM's message may quote it, and a problem never does
     */
    static ProblemCause of(
            PlannedField field, Side side, NotTaken outcome, Collection<String> values) {
        ProblemCode code = code(side, outcome);
        Mending mending = Mending.of(field, code);
        String message = CrmMessages.without(outcome.message(), values);
        String said = message.isEmpty() ? outcome.said() : message;
        return ProblemCause.of(
                        code,
                        way(field.mapping(), side)
                                + ". "
                                + code.meaning()
                                + " "
                                + side.label()
                                + " says: \""
                                + said
                                + "\" "
                                + mending.text())
                .with(mending.action())
                .with(new Said(outcome.said(), message));
    }

    /**
     * Somebody answers our writes; the sequence says when and where they were set back, the journal
     * what.
     */
    static ProblemCause quarantined(Mapping mapping, List<RecentWrites.Write> answers) {
        ProblemCode code = ProblemCode.OSCILLATES;
        List<String> sequence =
                answers.stream().map(write -> write.at() + " " + write.side().label()).toList();
        return ProblemCause.of(
                        code,
                        "What is written to HubSpot property '"
                                + mapping.hubspotProperty()
                                + "' or Salesforce field '"
                                + mapping.salesforceField()
                                + "' is changed by somebody else each time: within hours it was"
                                + " written again "
                                + sequence.size()
                                + " times, so this record's field is left alone. "
                                + code.mending())
                .with("sequence", sequence);
    }

    /**
     * @param side the side that was to be written
     * @param companyId the other side's, of which nothing belongs to it there
     */
    static ProblemCause companyNotLinked(Mapping mapping, Side side, String companyId) {
        ProblemCode code = ProblemCode.COMPANY_NOT_LINKED;
        boolean toHubspot = side == Side.HUBSPOT;
        return ProblemCause.of(
                        code,
                        way(mapping, side)
                                + ": "
                                + (toHubspot ? "account " : "company ")
                                + companyId
                                + " of "
                                + side.other().label()
                                + " has no partner in "
                                + side.label()
                                + ", or none that is there any more. "
                                + code.mending())
                .with(toHubspot ? "salesforceIds" : "hubspotIds", List.of(companyId));
    }

    private static String way(Mapping mapping, Side side) {
        String property = "HubSpot property '" + mapping.hubspotProperty() + "'";
        String field = "Salesforce field '" + mapping.salesforceField() + "'";
        return side == Side.SALESFORCE
                ? "The value of " + property + " is not written to " + field
                : "The value of " + field + " is not written to " + property;
    }

    static ProblemCode code(Side side, Converted.Code code) {
        return switch (code) {
            case OPTION_MISSING -> optionMissing(side);
            case OPTION_AMBIGUOUS -> ProblemCode.OPTION_AMBIGUOUS;
            case TOO_LONG -> ProblemCode.TOO_LONG;
            case NOT_A_NUMBER -> ProblemCode.NOT_A_NUMBER;
            case NUMBER_TOO_LARGE -> ProblemCode.NUMBER_TOO_LARGE;
            case NOT_A_BOOLEAN -> ProblemCode.NOT_A_BOOLEAN;
            case NOT_A_DATE -> ProblemCode.NOT_A_DATE;
            case NOT_AN_EMAIL -> ProblemCode.NOT_AN_EMAIL;
            case READ_ONLY -> readOnly(side);
            case TYPE_MISMATCH -> ProblemCode.TYPE_MISMATCH;
        };
    }

    private static ProblemCode code(Side side, NotTaken outcome) {
        boolean fails = outcome instanceof RetryLater later && !later.isLocked();
        return fails ? ProblemCode.KEEPS_FAILING : code(side, outcome.said());
    }

    /**
     * @param code the CRM's own (Salesforce: StatusCode; HubSpot: error codes of property values)
     */
    static ProblemCode code(Side side, String code) {
        if (code.startsWith("INSUFFICIENT_ACCESS")) {
            return ProblemCode.ACCESS_DENIED;
        }
        return switch (code) {
            case "STRING_TOO_LONG", "PROPERTY_VALUE_TOO_LONG" -> ProblemCode.TOO_LONG;
            case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "INVALID_OPTION" -> optionMissing(side);
            case "NUMBER_OUTSIDE_VALID_RANGE" -> ProblemCode.NUMBER_TOO_LARGE;
            case "INVALID_EMAIL_ADDRESS", "INVALID_EMAIL" -> ProblemCode.NOT_AN_EMAIL;
            case "INVALID_INTEGER", "INVALID_LONG", "INVALID_NUMERIC", "INVALID_NUMBER" ->
                    ProblemCode.NOT_A_NUMBER;
            case "INVALID_DATE" -> ProblemCode.NOT_A_DATE;
            case "INVALID_BOOLEAN" -> ProblemCode.NOT_A_BOOLEAN;
            case "INVALID_TYPE_ON_FIELD_IN_RECORD",
                    "JSON_PARSER_ERROR",
                    "FIELD_INTEGRITY_EXCEPTION" ->
                    ProblemCode.WRONG_FORM;
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION", "FIELD_FILTER_VALIDATION_EXCEPTION" ->
                    ProblemCode.VALIDATION_RULE;
            case "REQUIRED_FIELD_MISSING", "REQUIRED_PROPERTY_MISSING" ->
                    ProblemCode.REQUIRED_FIELD_MISSING;
            case "INVALID_FIELD_FOR_INSERT_UPDATE", "READ_ONLY_VALUE" -> readOnly(side);
            case "INVALID_FIELD", "PROPERTY_DOESNT_EXIST" ->
                    side == Side.HUBSPOT ? ProblemCode.PROPERTY_GONE : ProblemCode.FIELD_GONE;
            case "DUPLICATES_DETECTED",
                    "DUPLICATE_VALUE",
                    "DUPLICATE_EXTERNAL_ID",
                    "CONTACT_EXISTS",
                    "CONFLICT",
                    "OBJECT_ALREADY_EXISTS" ->
                    ProblemCode.DUPLICATE;
            case "INACTIVE_OWNER_OR_USER",
                    "OBJECT_NOT_FOUND",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "MALFORMED_ID",
                    "ENTITY_IS_DELETED",
                    "INVALID_OWNER_ID" ->
                    ProblemCode.BROKEN_REFERENCE;
            case "TRANSFER_REQUIRES_READ", "NO_ACCESS", "MISSING_SCOPES" ->
                    ProblemCode.ACCESS_DENIED;
            case "ENTITY_IS_LOCKED", "UNABLE_TO_LOCK_ROW", "LOCKED" -> ProblemCode.RECORD_LOCKED;
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "CANNOT_EXECUTE_FLOW_TRIGGER",
                    "CUSTOM_APEX_ERROR" ->
                    ProblemCode.AUTOMATION_FAILED;
            default -> ProblemCode.REFUSED;
        };
    }

    private static ProblemCode optionMissing(Side side) {
        return side == Side.HUBSPOT
                ? ProblemCode.OPTION_MISSING_IN_HUBSPOT
                : ProblemCode.OPTION_MISSING_IN_SALESFORCE;
    }

    private static ProblemCode readOnly(Side side) {
        return side == Side.HUBSPOT ? ProblemCode.PROPERTY_READ_ONLY : ProblemCode.FIELD_READ_ONLY;
    }
}
