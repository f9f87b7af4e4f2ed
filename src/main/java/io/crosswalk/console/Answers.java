package io.crosswalk.console;

import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

/** What a change answers, besides its message. */
final class Answers {
    private static final String TRIGGER = "HX-Trigger";

    private Answers() {}

    /** The panel is closed, and the page behind it is shown as it is now. */
    static RestResponse<TemplateInstance> done(TemplateInstance message) {
        return RestResponse.ResponseBuilder.ok(message)
                .header(TRIGGER, "close-panel, refresh")
                .build();
    }

    /** The page is shown as it is now; a panel stays open. */
    static RestResponse<TemplateInstance> changed(TemplateInstance message) {
        return RestResponse.ResponseBuilder.ok(message).header(TRIGGER, "refresh").build();
    }
}
