package io.crosswalk.api;

import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open problem as the API shows it.
 *
 * @param id stable: the same cause in the same place is the same problem
 * @param meaning what the code means, whatever the mapping
 * @param text what happened here, to which names, why, and what to do
 * @param action what mends it, for programs
 * @param mapping null for a problem of an object or a record as a whole
 * @param record null for a problem of an object or a mapping as a whole
 * @param details {@code missing} options, a {@code limit}, the {@code scope} that is missing,
 *     {@code ownerIds} and {@code userIds} of people without a counterpart, ...
 * @param crm what the CRM itself said; null when none was asked
 * @param count how often it was found while open
 */
public record ProblemView(
        String id,
        String object,
        ProblemSeverity severity,
        ProblemCode code,
        String meaning,
        String text,
        ProblemAction action,
        String actionLabel,
        @Schema(nullable = true) @Nullable MappingName mapping,
        @Schema(nullable = true) @Nullable RecordName record,
        Map<String, List<String>> details,
        @Schema(nullable = true) @Nullable CrmAnswer crm,
        Instant firstSeen,
        Instant lastSeen,
        long count) {

    public record MappingName(
            String id,
            @Schema(nullable = true) @Nullable String hubspotProperty,
            @Schema(nullable = true) @Nullable String salesforceField) {}

    /**
     * @param hubspotId null for a Salesforce record without a link
     */
    public record RecordName(
            @Schema(nullable = true) @Nullable String hubspotId,
            @Schema(nullable = true) @Nullable String salesforceId) {}

    /**
     * @param code the CRM's own code
     * @param message its own message, without the value that it refused
     */
    public record CrmAnswer(String code, String message) {}

    static ProblemView of(Problem problem) {
        ProblemPlace place = problem.place();
        ProblemCause cause = problem.cause();
        return new ProblemView(
                problem.id().text(),
                place.object(),
                problem.severity(),
                cause.code(),
                cause.code().meaning(),
                cause.text(),
                cause.action(),
                cause.action().label(),
                mapping(place),
                record(place),
                cause.details(),
                crm(cause.said()),
                problem.firstSeen(),
                problem.lastSeen(),
                problem.count());
    }

    private static @Nullable MappingName mapping(ProblemPlace place) {
        return place.mappingId() == null
                ? null
                : new MappingName(
                        place.mappingId(), place.hubspotProperty(), place.salesforceField());
    }

    private static @Nullable RecordName record(ProblemPlace place) {
        return place.hubspotId() == null && place.salesforceId() == null
                ? null
                : new RecordName(place.hubspotId(), place.salesforceId());
    }

    private static @Nullable CrmAnswer crm(ProblemCause.@Nullable Said said) {
        return said == null ? null : new CrmAnswer(said.code(), said.message());
    }
}
