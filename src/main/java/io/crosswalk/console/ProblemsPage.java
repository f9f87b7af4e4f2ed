package io.crosswalk.console;

import io.crosswalk.api.ProblemView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The open problems that a filter lets through, as their page shows them.
 *
 * @param older the link's query; null on the last page
 * @param first whether it is the newest page
 * @param watchOnly whether nothing is written to the CRMs
 */
public record ProblemsPage(
        List<Choice> objects,
        List<Choice> severities,
        List<Choice> codes,
        @Nullable String mapping,
        @Nullable String hubspotId,
        List<ProblemLine> problems,
        @Nullable String older,
        boolean first,
        boolean filtered,
        boolean watchOnly) {

    /** The mapping as its problems name it; by its id where there are none. */
    public @Nullable String mappingName() {
        return problems.stream()
                .map(ProblemLine::mappingName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(mapping);
    }

    /**
     * What of these can be tried again all at once, as a link's query; null unless they are of one
     * mapping, or of one kind.
     */
    public @Nullable String retriable() {
        return problems.stream()
                .filter(it -> mapping == null ? it.ofKind() && ofOneKind() : it.ofRecord())
                .map(it -> query(it.problem()))
                .findFirst()
                .orElse(null);
    }

    private boolean ofOneKind() {
        return hubspotId == null && isChosen(objects) && isChosen(codes);
    }

    private static boolean isChosen(List<Choice> choices) {
        return choices.stream().anyMatch(Choice::chosen);
    }

    private String query(ProblemView problem) {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("object", problem.object());
        query.put("mapping", mapping);
        query.put("code", mapping == null ? problem.code().name() : null);
        return Forms.query(query);
    }
}
