package io.crosswalk.console;

import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.records.ProblemStore;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the bar counts. */
@Path("/pages/bar")
@Produces(MediaType.TEXT_HTML)
public class BarPages {
    /** Asked for every half minute, so it stays cheap; more than that many is told as such. */
    private static final int COUNTED_MAX = 100;

    private static final ProblemStore.Filter ALL =
            new ProblemStore.Filter(null, null, null, null, null);

    private final ProblemStore problems;

    BarPages(ProblemStore problems) {
        this.problems = problems;
    }

    /**
     * @param more whether there are more than were counted
     * @param issue whether the worst of them is one
     */
    public record Open(int count, boolean more, boolean issue) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance bar(Open open);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance bar() {
        ProblemStore.Page page = problems.page(ALL, COUNTED_MAX, null);
        List<Problem> open = page.items();
        boolean issue = open.stream().anyMatch(it -> it.severity() == ProblemSeverity.ISSUE);
        return Templates.bar(new Open(open.size(), page.next() != null, issue));
    }
}
