package io.crosswalk.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says what is up where, and one thing to try. */
@Singleton
@IfBuildProfile("dev")
class LocalGreeting {
    private static final Logger LOG = Logger.getLogger("crosswalk");

    /** A linked contact of the data set, whatever its size. */
    private static final String CONTACT = "100016";

    /** Only when the port is ours: a greeting before "port in use" would be believed. */
    void greet(@ObservesAsync HttpServerStart server) {
        String base = "http://localhost:" + server.options().getPort();
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
                and two seconds later
                  curl '%1$s/api/journal?object=contact&hubspotId=%2$s'""",
                base, CONTACT);
    }
}
