package io.crosswalk.console;

import io.crosswalk.api.ProblemView;
import io.crosswalk.api.ProblemsResource;
import io.crosswalk.api.RecordView;
import io.crosswalk.api.RecordView.RecordFieldView;
import io.crosswalk.api.RecordsResource;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.records.CrmUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Salesforce records that the problems of a HubSpot record name as its possible partners. */
@ApplicationScoped
class PartnerCandidates {
    /** Each is read, by a call to Salesforce. */
    private static final int NAMED_MAX = 6;

    private static final String PROBLEMS_MAX = "20";

    private final ProblemsResource problems;
    private final RecordsResource records;

    PartnerCandidates(ProblemsResource problems, RecordsResource records) {
        this.problems = problems;
        this.records = records;
    }

    /**
     * @param name as people call it; null where it could not be read
     * @param detail what tells it from others of that name; null where there is nothing
     * @param partner the HubSpot record that it belongs to; null for none
     */
    public record Candidate(
            String id, @Nullable String name, @Nullable String detail, @Nullable String partner) {}

    List<Candidate> of(String object, String hubspotId) {
        return problems
                .problems(object, null, null, null, hubspotId, PROBLEMS_MAX, null)
                .items()
                .stream()
                .filter(it -> it.mapping() == null)
                .flatMap(PartnerCandidates::named)
                .distinct()
                .limit(NAMED_MAX)
                .map(id -> read(object, id))
                .toList();
    }

    private static Stream<String> named(ProblemView problem) {
        return Stream.of("salesforceIds", "candidates")
                .flatMap(it -> problem.details().getOrDefault(it, List.of()).stream())
                .filter(id -> id.matches("[A-Za-z0-9]{18}") && !id.matches("[0-9]+"));
    }

    /** Without its name it can be chosen all the same. */
    private Candidate read(String object, String id) {
        try {
            RecordView record = records.record(object, id);
            return new Candidate(id, record.name(), detail(record), record.hubspotId());
        } catch (Refusal | CrmUnavailable e) {
            return new Candidate(id, null, null, null);
        }
    }

    private static @Nullable String detail(RecordView record) {
        String field =
                switch (record.object()) {
                    case "contact" -> "Email";
                    case "company" -> "Website";
                    default -> "Name";
                };
        return record.fields().stream()
                .filter(it -> it.salesforceField().equals(field))
                .map(RecordFieldView::salesforce)
                .filter(Objects::nonNull)
                .filter(it -> !it.equals(record.name()))
                .findFirst()
                .orElse(null);
    }
}
