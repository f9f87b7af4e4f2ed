package io.crosswalk.salesforce;

import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.util.ArrayList;
import java.util.List;

/** What the errors of one record's update mean for it. */
final class RecordErrors {
    private RecordErrors() {}

    /** One permanent error outweighs any that may pass. */
    static WriteOutcome outcome(CrmWrite write, List<SalesforceError> errors, WireFields fields) {
        SalesforceError worst = errors.get(0);
        List<String> names = new ArrayList<>();
        for (SalesforceError error : errors) {
            names.addAll(error.fields());
            if (ErrorClass.of(error.code()).compareTo(ErrorClass.of(worst.code())) > 0) {
                worst = error;
            }
        }
        return switch (ErrorClass.of(worst.code())) {
            case LATER ->
                    new WriteOutcome.RetryLater(
                            write.id(),
                            ErrorClass.wait(worst.code()),
                            worst.code(),
                            worst.message());
            case GONE -> gone(write, worst, names, fields);
            case PERMANENT ->
                    new WriteOutcome.Rejected(write.id(), worst.code(), worst.message(), names);
        };
    }

    /** A broken reference may be the value's: a link must not die of a wrong owner. */
    private static WriteOutcome gone(
            CrmWrite write, SalesforceError error, List<String> names, WireFields fields) {
        List<String> blamed = new ArrayList<>(names);
        blamed.removeIf(name -> name.equalsIgnoreCase("Id"));
        boolean ofRecord = error.code().equals("ENTITY_IS_DELETED") || !names.equals(blamed);
        if (blamed.isEmpty() && !ofRecord) {
            blamed.addAll(fields.references(write));
        }
        return blamed.isEmpty()
                ? new WriteOutcome.Gone(write.id(), error.code())
                : new WriteOutcome.Rejected(write.id(), error.code(), error.message(), blamed);
    }
}
