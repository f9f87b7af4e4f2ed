package io.crosswalk.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

/** What a change answers, besides its message. */
final class Answers {
    private static final String TRIGGER = "HX-Trigger";

    private Answers() {}

    @CheckedTemplate(basePath = "console")
    static class Templates {
        private Templates() {}

        static native TemplateInstance said(String text);
    }

    /** The same, with a message of one sentence. */
    static RestResponse<TemplateInstance> done(String text) {
        return done(Templates.said(text));
    }

    /** The same, with a message of one sentence. */
    static RestResponse<TemplateInstance> changed(String text) {
        return changed(Templates.said(text));
    }

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

    /** A run is over: what it wrote shows on the page behind the panel that it was watched in. */
    static RestResponse<TemplateInstance> ended(TemplateInstance content) {
        return RestResponse.ResponseBuilder.ok(content).header(TRIGGER, "run-ended").build();
    }

    /** The panel goes on with something else, and the page behind it is shown as it is now. */
    static RestResponse<TemplateInstance> panel(TemplateInstance content) {
        return RestResponse.ResponseBuilder.ok(content)
                .header(TRIGGER, "refresh")
                .header("HX-Reswap", "innerHTML")
                .header("HX-Retarget", "#panel-body")
                .build();
    }
}
