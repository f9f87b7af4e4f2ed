package io.crosswalk.console;

import io.crosswalk.api.ProblemsResource.ProblemView;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemSeverity;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open problem as its card shows it. */
public record ProblemLine(ProblemView problem) {

    /** One kind of detail: {@code missing} options, a {@code limit}. */
    public record Detail(String name, List<String> values) {}

    public String level() {
        return problem.severity() == ProblemSeverity.ISSUE ? "issue" : "warning";
    }

    /** For ids in the page. */
    public String key() {
        return problem.id().replaceAll("[^A-Za-z0-9-]", "_");
    }

    public List<Detail> details() {
        return new TreeMap<>(problem.details())
                .entrySet().stream().map(it -> new Detail(it.getKey(), it.getValue())).toList();
    }

    public boolean ofRecord() {
        return problem.record() != null;
    }

    /** What a button can do about it: RELEASE, REFRESH_OPTIONS, or only trying again. */
    public String button() {
        return problem.action() == ProblemAction.RELEASE
                        || problem.action() == ProblemAction.REFRESH_OPTIONS
                ? problem.action().name()
                : "RETRY";
    }

    /** The last part of the record's link; null for a problem of a mapping. */
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
