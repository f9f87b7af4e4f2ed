package io.crosswalk.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says what is up where, and one thing to try. */
@Singleton
@IfBuildProfile("dev")
class LocalGreeting {
    private static final Logger LOG = Logger.getLogger("crosswalk");

    /** A linked contact of the data set, whatever its size. */
    private static final String CONTACT = "100016";

    private final int port;

    LocalGreeting(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.port = port;
    }

    void greet(@Observes @Priority(10_000) StartupEvent event) {
        String base = "http://localhost:" + port;
        LOG.infof(
                """
                Crosswalk is up, with both CRMs simulated.
                  Console     %1$s/console
                  API         %1$s/q/swagger-ui
                  HubSpot     %1$s/sandbox/hubspot
                  Salesforce  %1$s/sandbox/salesforce
                Change a value on one side and watch the other follow: %1$s/console/sandbox
                Or change a job title in HubSpot, and ask why Salesforce has it:
                  curl -X PATCH %1$s/sandbox/hubspot/crm/v3/objects/contacts/%2$s \
                -H 'content-type: application/json' -d '{"properties":{"jobtitle":"CTO"}}'
                  curl '%1$s/api/journal?object=contact&hubspotId=%2$s'""",
                base, CONTACT);
    }
}
