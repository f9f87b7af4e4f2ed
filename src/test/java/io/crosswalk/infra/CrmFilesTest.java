package io.crosswalk.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.StandardMappings;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the CRMs are given as files fits the objects and mappings that are shipped. */
class CrmFilesTest {
    private static final Path HUBSPOT = Path.of("infra/hubspot/src/app");
    private static final Path SALESFORCE = Path.of("infra/salesforce/force-app/main/default");
    private static final Path RELAY = Path.of("infra/salesforce/relay");
    private static final String RELAY_FILE = "Crosswalk.eventRelay-meta.xml";

    /**
     * Salesforce gives these to everyone who may edit the object, and takes no permission for them.
     */
    private static final Set<String> ALWAYS_THERE =
            Set.of(
                    "Contact.FirstName",
                    "Contact.LastName",
                    "Contact.Salutation",
                    "Contact.OwnerId",
                    "Account.Name",
                    "Account.OwnerId",
                    "Opportunity.Name",
                    "Opportunity.CloseDate",
                    "Opportunity.StageName",
                    "Opportunity.OwnerId");

    @Test
    void hubspotApp_subscribesToEveryStandardMappingAndToTheSalesforceIds() throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (ObjectPair object : ObjectPairs.all()) {
            wanted.add(object.name() + " " + object.salesforceIdProperty());
            for (Mapping mapping : StandardMappings.of(object.name())) {
                wanted.add(object.name() + " " + mapping.hubspotProperty());
            }
        }

        Set<String> subscribed = new TreeSet<>();
        for (JsonNode one : subscriptions("legacyCrmObjects")) {
            if (one.has("propertyName")) {
                String type = one.get("subscriptionType").asText();
                assertThat(type).endsWith(".propertyChange");
                subscribed.add(
                        type.substring(0, type.indexOf('.'))
                                + " "
                                + one.get("propertyName").asText());
            }
        }
        assertThat(subscribed).isEqualTo(wanted);
    }

    @Test
    void hubspotApp_subscribesToWhatBecomesOfRecordsAndActivatesAll() throws Exception {
        Set<String> types = new TreeSet<>();
        for (JsonNode one : subscriptions("legacyCrmObjects")) {
            types.add(one.get("subscriptionType").asText());
            assertThat(one.get("active").asBoolean()).isTrue();
        }
        for (ObjectPair object : ObjectPairs.all()) {
            assertThat(types)
                    .contains(
                            object.name() + ".creation",
                            object.name() + ".deletion",
                            object.name() + ".merge",
                            object.name() + ".restore");
        }
        assertThat(subscriptions("hubEvents").get(0).get("subscriptionType").asText())
                .isEqualTo("contact.privacyDeletion");
    }

    /** Only contacts and deals belong to a company; nothing else follows associations. */
    @Test
    void hubspotApp_hearsOfTheCompaniesOfContactsAndDealsAlone() throws Exception {
        Set<String> types = new TreeSet<>();
        for (JsonNode one : subscriptions("legacyCrmObjects")) {
            String type = one.get("subscriptionType").asText();
            if (type.endsWith(".associationChange")) {
                types.add(type);
            }
        }
        assertThat(types).containsExactly("contact.associationChange", "deal.associationChange");
    }

    @Test
    void hubspotApp_asksForTheScopesOfEveryObject() throws Exception {
        JsonNode app = json(HUBSPOT.resolve("app-hsmeta.json"));
        Set<String> scopes = new TreeSet<>();
        app.at("/config/auth/requiredScopes").forEach(scope -> scopes.add(scope.asText()));

        Set<String> wanted = new TreeSet<>(Set.of("crm.objects.owners.read"));
        for (ObjectPair object : ObjectPairs.all()) {
            for (String part : Set.of("objects", "schemas")) {
                wanted.add("crm." + part + "." + object.hubspotType() + ".read");
                wanted.add("crm." + part + "." + object.hubspotType() + ".write");
            }
        }
        assertThat(scopes).isEqualTo(wanted);
    }

    @Test
    void salesforceChannel_holdsEveryObject() throws Exception {
        for (ObjectPair object : ObjectPairs.all()) {
            String event = object.salesforceType() + "ChangeEvent";
            assertThat(
                            Files.readString(
                                    SALESFORCE.resolve(
                                            "platformEventChannelMembers/Crosswalk_chn_"
                                                    + event
                                                    + ".platformEventChannelMember-meta.xml")))
                    .contains("<eventChannel>Crosswalk__chn</eventChannel>")
                    .contains("<selectedEntity>" + event + "</selectedEntity>");
        }
    }

    @Test
    void salesforceRelay_isMadeStoppedAndLosesNothingWhenItResumes() throws Exception {
        assertThat(Files.readString(RELAY.resolve("main/default/eventRelays/" + RELAY_FILE)))
                .contains("<state>STOP</state>")
                .contains("{\"ReplayRecovery\":\"EARLIEST\"}");
    }

    /** Its file says that it is stopped, and Salesforce does that each time the file comes. */
    @Test
    void salesforceRelay_isNotDeployedWithTheRest() throws Exception {
        Path project = RELAY.resolveSibling("sfdx-project.json");
        for (JsonNode folder : json(project).get("packageDirectories")) {
            Path packaged = RELAY.resolveSibling(folder.get("path").asText());
            assertThat(RELAY.startsWith(packaged)).isFalse();
            try (Stream<Path> files = Files.walk(packaged)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .contains("permissionsets")
                        .doesNotContain("eventRelays", RELAY_FILE);
            }
        }
        assertThat(json(RELAY.resolve("sfdx-project.json")).get("sourceApiVersion"))
                .isEqualTo(json(project).get("sourceApiVersion"));
    }

    @Test
    void salesforcePermissionSet_letsEveryStandardMappingsFieldBeEdited() throws Exception {
        String file =
                Files.readString(
                        SALESFORCE.resolve(
                                "permissionsets/Crosswalk_Integration.permissionset-meta.xml"));
        Set<String> granted = new TreeSet<>();
        Matcher field = Pattern.compile("<field>([^<]+)</field>").matcher(file);
        while (field.find()) {
            granted.add(field.group(1));
        }

        Set<String> wanted = new TreeSet<>();
        for (ObjectPair object : ObjectPairs.all()) {
            for (Mapping mapping : StandardMappings.of(object.name())) {
                wanted.add(object.salesforceType() + "." + grantedAs(mapping.salesforceField()));
            }
        }
        wanted.removeAll(ALWAYS_THERE);
        assertThat(granted).isEqualTo(wanted);
    }

    /** The parts of an address are granted with it. */
    private static String grantedAs(String field) {
        return field.replaceAll(
                "^(Mailing|Billing)(Street|City|State|PostalCode|Country)$", "$1Address");
    }

    private static JsonNode subscriptions(String kind) throws IOException {
        return json(HUBSPOT.resolve("webhooks/webhooks-hsmeta.json"))
                .at("/config/subscriptions/" + kind);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
