package io.crosswalk.console;

import io.crosswalk.api.ProblemView;
import io.crosswalk.reconcile.RetryAll;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open problem as its card shows it. */
public record ProblemLine(ProblemView problem) {

    /**
     * One kind of detail: {@code missing} options, a {@code limit}.
     *
     * @param ids whether its values are ids of records, which have pages
     */
    public record Detail(String name, boolean ids, List<String> values) {}

    private static final Set<String> IDS = Set.of("hubspotIds", "salesforceIds", "candidates");

    public String level() {
        return problem.severity() == ProblemSeverity.ISSUE ? "issue" : "warning";
    }

    /** For ids in the page. */
    public String key() {
        return problem.id().replaceAll("[^A-Za-z0-9-]", "_");
    }

    public List<Detail> details() {
        return new TreeMap<>(problem.details())
                .entrySet().stream()
                        .map(
                                it ->
                                        new Detail(
                                                word(it.getKey()),
                                                IDS.contains(it.getKey()),
                                                it.getValue()))
                        .toList();
    }

    private static String word(String detail) {
        return switch (detail) {
            case "hubspotIds" -> "In HubSpot";
            case "salesforceIds" -> "In Salesforce";
            case "candidates" -> "May be";
            case "ownerIds" -> "Owner in HubSpot";
            case "userIds" -> "User in Salesforce";
            case "missing" -> "Missing";
            case "inactive" -> "Inactive";
            case "sequence" -> "Written";
            case "limit" -> "Limit";
            case "scope" -> "Scope";
            default -> detail;
        };
    }

    public boolean ofRecord() {
        return problem.record() != null;
    }

    /** Whether all of its kind can be tried again at once: it is of a record as a whole. */
    public boolean ofKind() {
        return ofRecord() && RetryAll.OF_RECORDS.contains(problem.code());
    }

    /** What a button can do about it; RETRY where a person has to do something in a CRM first. */
    public String button() {
        boolean byHand =
                problem.mapping() == null || StatusPanels.mend(problem.action()).equals("check");
        return byHand ? "RETRY" : problem.action().name();
    }

    /** Whether a change of the mapping can mend it too: another rule, or pairs of options. */
    public boolean editable() {
        boolean other =
                problem.action() == ProblemAction.REFRESH_OPTIONS
                        || problem.action() == ProblemAction.CHANGE_DEFINITION
                        || problem.action() == ProblemAction.GRANT_FIELD_ACCESS;
        return problem.mapping() != null && other;
    }

    /** Whether saying which record is the partner ends it. */
    public boolean linkable() {
        boolean ofPartner =
                problem.code() == ProblemCode.AMBIGUOUS_MATCH
                        || problem.code() == ProblemCode.NOT_CREATED
                        || problem.code() == ProblemCode.CREATION_UNCERTAIN;
        return ofPartner
                && problem.record() != null
                && problem.record().hubspotId() != null
                && problem.record().salesforceId() == null;
    }

    /** Whether it is about sync of companies, which is turned on elsewhere. */
    public boolean ofCompanySync() {
        return problem.code() == ProblemCode.COMPANY_SYNC_OFF;
    }

    /** Whether it is about what HubSpot lets the app do, which the setup page checks as a whole. */
    public boolean ofScopes() {
        return problem.code() == ProblemCode.SCOPE_MISSING;
    }

    /** The last part of the record's link; null for a problem of an object or a mapping. */
    public @Nullable String recordPath() {
        String id = recordId();
        return id == null ? null : problem.object() + "/" + id;
    }

    public @Nullable String recordId() {
        if (problem.record() == null) {
            return null;
        }
        return problem.record().hubspotId() == null
                ? problem.record().salesforceId()
                : problem.record().hubspotId();
    }

    /** What it maps, as far as that is known; null for a problem of no mapping. */
    public @Nullable String mappingName() {
        ProblemView.MappingName mapping = problem.mapping();
        return mapping == null || mapping.hubspotProperty() == null
                ? null
                : mapping.hubspotProperty() + " ↔ " + mapping.salesforceField();
    }

    /** What the list of mappings is searched for. */
    public String mappingSearch() {
        if (problem.mapping() == null) {
            return "";
        }
        String property = problem.mapping().hubspotProperty();
        return Forms.encoded(property == null ? problem.mapping().id() : property);
    }

    public String crmName() {
        return problem.record() == null ? "The CRM" : "The CRM that was written";
    }
}
