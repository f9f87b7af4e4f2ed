package io.crosswalk.console;

import io.crosswalk.api.SetupCheck;
import io.crosswalk.api.SetupCheck.State;
import io.crosswalk.api.SetupResource;
import io.crosswalk.api.SetupView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The first run: what is left to do, each with a check that runs. */
@Path("/pages")
@Produces(MediaType.TEXT_HTML)
public class SetupPages {
    private final SetupResource setup;

    SetupPages(SetupResource setup) {
        this.setup = setup;
    }

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance setup(SetupView setup);
    }

    @GET
    @Path("/setup")
    @Operation(hidden = true)
    public TemplateInstance setup() {
        return Templates.setup(setup.setup());
    }

    @POST
    @Path("/setup/{check}")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> check(@PathParam("check") String check) {
        SetupView.CheckView found = setup.check(check);
        // What the page says of its step, and of all of them, follows from it.
        return Answers.changed(found.title() + ": " + word(found.state()) + ".");
    }

    private static String word(State state) {
        return switch (state) {
            case FINE -> "fine";
            case WRONG -> "wrong";
            case TO_DO -> "to do";
            case UNKNOWN -> "not known";
        };
    }

    /** Where the console begins: with what is left to do while a CRM is not connected. */
    @GET
    @Path("/start")
    @Operation(hidden = true)
    public RestResponse<String> start() {
        boolean connected =
                Stream.of(SetupCheck.HUBSPOT_CREDENTIALS, SetupCheck.SALESFORCE_CREDENTIALS)
                        .map(setup::known)
                        .noneMatch(SetupPages::isUnconnected);
        return RestResponse.ok(connected ? "/console/objects/contact" : "/console/setup");
    }

    private static boolean isUnconnected(SetupView.CheckView check) {
        return check.state() == State.TO_DO || check.state() == State.WRONG;
    }

    /** Has the page that asked shown as it is now. */
    @GET
    @Path("/again")
    @Operation(hidden = true)
    public RestResponse<Void> again() {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header("HX-Trigger", "refresh")
                .build();
    }
}
