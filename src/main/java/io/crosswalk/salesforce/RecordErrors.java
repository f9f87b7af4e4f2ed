package io.crosswalk.salesforce;

import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import java.util.ArrayList;
import java.util.List;

/** What the errors of one record's update mean for it. */
final class RecordErrors {
    private RecordErrors() {}

    static WriteOutcome outcome(CrmWrite write, List<SalesforceError> errors, WireFields fields) {
        SalesforceError worst = errors.get(0);
        for (SalesforceError error : errors) {
            if (isWorse(error, worst)) {
                worst = error;
            }
        }
        return switch (ErrorClass.of(worst.code())) {
            case LATER ->
                    new WriteOutcome.RetryLater(
                            write.id(),
                            ErrorClass.wait(worst.code()),
                            worst.code(),
                            worst.message(),
                            ErrorClass.ofRecord(worst.code()));
            case GONE -> gone(write, worst, names(errors), fields);
            case PERMANENT ->
                    new WriteOutcome.Rejected(
                            write.id(), worst.code(), worst.message(), names(worst, errors));
        };
    }

    /**
     * One permanent error outweighs any that may pass, and one that names fields another that does
     * not: once these are not sent any more the other is told of alone.
     */
    private static boolean isWorse(SalesforceError error, SalesforceError worst) {
        ErrorClass its = ErrorClass.of(error.code());
        int compared = its.compareTo(ErrorClass.of(worst.code()));
        return compared > 0
                || (compared == 0
                        && its == ErrorClass.PERMANENT
                        && worst.fields().isEmpty()
                        && !error.fields().isEmpty());
    }

    /** An outcome has one code, so only the fields that are refused with it are named. */
    private static List<String> names(SalesforceError worst, List<SalesforceError> errors) {
        return names(errors.stream().filter(it -> it.code().equals(worst.code())).toList());
    }

    private static List<String> names(List<SalesforceError> errors) {
        List<String> names = new ArrayList<>();
        errors.forEach(error -> names.addAll(error.fields()));
        return names;
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
