package io.crosswalk.console;

import io.crosswalk.api.OptionView;
import io.crosswalk.api.Page;
import io.crosswalk.api.ProblemView;
import io.crosswalk.api.ProblemsResource;
import io.crosswalk.api.ProblemsResource.RecordRetriesView;
import io.crosswalk.api.ProblemsResource.RetryView;
import io.crosswalk.api.RefreshResource;
import io.crosswalk.api.RefreshResource.RefreshView;
import io.crosswalk.api.RetriesResource;
import io.crosswalk.api.RetriesResource.RetriesView;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemSeverity;
import io.crosswalk.sync.SyncConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The open problems, each with what mends it. */
@Path("/pages/problems")
@Produces(MediaType.TEXT_HTML)
public class ProblemsPages {
    private static final String PAGE = "25";

    private final ProblemsResource problems;

    /** So many are tried again before the answer. */
    private static final int AT_ONCE = 100;

    private final RefreshResource refreshes;
    private final RetriesResource retries;
    private final SyncConfig sync;

    ProblemsPages(
            ProblemsResource problems,
            RefreshResource refreshes,
            RetriesResource retries,
            SyncConfig sync) {
        this.problems = problems;
        this.refreshes = refreshes;
        this.retries = retries;
        this.sync = sync;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problems(ProblemsPage page);

        static native TemplateInstance release(ProblemLine it);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance problems(
            @QueryParam("object") @Nullable String object,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("code") @Nullable String code,
            @QueryParam("hubspotId") @Nullable String hubspotId,
            @QueryParam("after") @Nullable String after) {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("object", Forms.given(object));
        query.put("mapping", Forms.given(mapping));
        query.put("severity", Forms.given(severity));
        query.put("code", Forms.given(code));
        // Ids repeat between objects: of all of them together there is no such record.
        query.put("hubspotId", Forms.given(object) == null ? null : Forms.given(hubspotId));
        boolean filtered = query.values().stream().anyMatch(it -> it != null);
        Page<ProblemView> page =
                problems.problems(
                        query.get("object"),
                        query.get("mapping"),
                        query.get("severity"),
                        query.get("code"),
                        query.get("hubspotId"),
                        PAGE,
                        Forms.given(after));
        query.put("after", page.next());
        return Templates.problems(
                new ProblemsPage(
                        Choice.objects(query.get("object")),
                        Choice.of(ProblemSeverity.values(), query.get("severity")),
                        Choice.of(ProblemCode.values(), query.get("code")),
                        query.get("mapping"),
                        query.get("hubspotId"),
                        page.items().stream().map(ProblemLine::new).toList(),
                        page.next() == null ? null : Forms.query(query),
                        Forms.given(after) == null,
                        filtered,
                        sync.watchOnly()));
    }

    /** Asks before a paused mapping writes again. */
    @GET
    @Path("/{id}/release")
    @Operation(hidden = true)
    public TemplateInstance release(@PathParam("id") String id) {
        return Templates.release(new ProblemLine(problems.problem(id)));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> retry(@PathParam("id") String id) {
        ProblemView before = problems.problem(id);
        boolean ofRecord = before.record() != null;
        RetryView answer = problems.retry(id);
        String text =
                !answer.open()
                        ? "The problem is closed."
                        : ofRecord
                                ? tried(before)
                                : "It was checked again, and the cause is still there.";
        return Answers.done(text);
    }

    /** Who has no partner has no value that could be taken. */
    private static String tried(ProblemView problem) {
        return problem.mapping() == null
                ? "The record is looked at again within moments. The problem closes if its cause is"
                        + " gone."
                : "It is tried again within moments. The problem closes if the value is taken.";
    }

    /** All of a mapping, or all records with one kind of problem. */
    @POST
    @Path("/retry")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> retryAll(
            @QueryParam("object") @Nullable String object,
            @QueryParam("mapping") @Nullable String mapping,
            @QueryParam("code") @Nullable String code) {
        return Answers.done(
                Forms.given(code) == null
                        ? told(retries.retry(Forms.text(object), Forms.text(mapping)))
                        : told(problems.retryAll(Forms.given(object), code)));
    }

    private static String told(RecordRetriesView asked) {
        return "All records are looked at again"
                + (asked.more()
                        ? ", the first within moments, the others in the next minutes."
                        : " within moments.")
                + " The problems close whose cause is gone.";
    }

    static String told(RetriesView asked) {
        if (asked.problems() <= AT_ONCE) {
            return "All are tried again within moments. Those whose values are taken close.";
        }
        return "All are tried again, the first within moments, the others in the next minutes."
                + " Those whose values are taken close.";
    }

    @POST
    @Path("/{id}/refresh")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> refresh(@PathParam("id") String id) {
        ProblemView problem = problems.problem(id);
        if (problem.mapping() == null) {
            throw new Refusal(RefusalCode.OPTIONS_NOT_REFRESHABLE, "The problem is of no mapping.");
        }
        RefreshView done = refreshes.refresh(problem.object(), problem.mapping().id());
        retryIfOpen(id);
        String text =
                RefreshTold.of(
                        done.hubspotProperty(),
                        done.salesforceField(),
                        done.added().stream().map(OptionView::label).toList(),
                        done.skipped());
        return Answers.done(
                done.added().isEmpty()
                        ? text + " Pair the value in the mapping, or correct the record."
                        : text);
    }

    /** The health check may have closed it, as its cause is gone. */
    private void retryIfOpen(String id) {
        try {
            problems.retry(id);
        } catch (Refusal refusal) {
            if (refusal.code() != RefusalCode.NOT_FOUND) {
                throw refusal;
            }
        }
    }
}
