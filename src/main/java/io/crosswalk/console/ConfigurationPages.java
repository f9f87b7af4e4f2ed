package io.crosswalk.console;

import io.crosswalk.api.ConfigResource;
import io.crosswalk.api.PlanView;
import io.crosswalk.api.RefusedConfiguration;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The configuration as a document: shown, planned as a readable difference, applied. */
@Path("/pages/configuration")
@Produces(MediaType.TEXT_HTML)
public class ConfigurationPages {
    private final ConfigResource configuration;

    ConfigurationPages(ConfigResource configuration) {
        this.configuration = configuration;
    }

    /**
     * @param loaded the versions of the objects, as {@link LoadedVersions} has them
     */
    public record ConfigurationPage(String document, String loaded, List<Choice> objects) {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance configuration(ConfigurationPage page);

        static native TemplateInstance plan(PlanPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance configuration() {
        Response inForce = configuration.export("yaml", null);
        return Templates.configuration(
                new ConfigurationPage(
                        String.valueOf(inForce.getEntity()),
                        LoadedVersions.ofTag(inForce.getHeaderString(HttpHeaders.ETAG)).text(),
                        Choice.eachObject("contact")));
    }

    @POST
    @Path("/plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance plan(
            @FormParam("document") @Nullable String document,
            @FormParam("format") @Nullable String format,
            @FormParam("object") @Nullable String object,
            @FormParam("loaded") @Nullable String loaded) {
        PlannedText planned = new PlannedText(type(format), ofCsv(format, object), text(document));
        return plan(
                configuration.plan(
                        planned.object(), null, planned.type(), Forms.body(planned.document())),
                planned,
                LoadedVersions.read(loaded));
    }

    /**
     * Only what the plan has shown: its document, onto the versions that it was planned for.
     *
     * @param skips the lines that the plan showed as refused, if the others shall be applied
     * @param anyway whether that shall be so although they are others than it was loaded with
     */
    @POST
    @Path("/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance apply(
            @FormParam("document") @Nullable String document,
            @FormParam("format") @Nullable String format,
            @FormParam("object") @Nullable String object,
            @FormParam("versions") @Nullable String versions,
            @FormParam("planned") @Nullable String digest,
            @FormParam("loaded") @Nullable String loaded,
            @FormParam("skips") @Nullable String skips,
            @FormParam("anyway") @Nullable String anyway) {
        PlannedText planned = new PlannedText(type(format), ofCsv(format, object), text(document));
        planned.mustBe(digest);
        LoadedVersions began = LoadedVersions.read(loaded);
        if (!"true".equals(anyway)) {
            began.mustBe(LoadedVersions.read(versions).versions());
        }
        String skipped = Forms.given(skips);
        if (skipped != null) {
            mustSkip(planned, skipped);
        }
        String expected = Forms.given(versions);
        return plan(
                configuration.apply(
                        planned.object(),
                        skipped == null ? null : "true",
                        expected == null ? null : "\"" + expected + "\"",
                        planned.type(),
                        Forms.body(planned.document())),
                planned,
                began);
    }

    /** What a CRM has meanwhile is no version: it may be that other rows are refused now. */
    private void mustSkip(PlannedText planned, String lines) {
        Response now =
                configuration.plan(
                        planned.object(), null, planned.type(), Forms.body(planned.document()));
        if (!PlanPage.skipped(plan(now)).equals(lines)) {
            throw new Refusal(
                    RefusalCode.VERSION_CONFLICT,
                    "Other rows are refused now than the plan showed, because a CRM has other"
                            + " properties or fields. Plan the document again.");
        }
    }

    private static TemplateInstance plan(
            Response answer, PlannedText planned, LoadedVersions loaded) {
        return Templates.plan(PlanPage.of(plan(answer), planned, loaded));
    }

    private static PlanView plan(Response answer) {
        Object entity = answer.getEntity();
        if (entity instanceof PlanView plan) {
            return plan;
        }
        if (entity instanceof RefusedConfiguration refused) {
            return refused.plan();
        }
        throw new IllegalStateException("A plan is answered with one");
    }

    private static String text(@Nullable String document) {
        return Objects.requireNonNullElse(document, "");
    }

    private static @Nullable String ofCsv(@Nullable String format, @Nullable String object) {
        return "csv".equals(format) ? Forms.given(object) : null;
    }

    private static String type(@Nullable String format) {
        return switch (text(format)) {
            case "csv" -> PlannedText.CSV;
            case "json" -> MediaType.APPLICATION_JSON;
            default -> "application/yaml";
        };
    }
}
