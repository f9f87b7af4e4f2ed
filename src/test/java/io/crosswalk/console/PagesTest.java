package io.crosswalk.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems, backfills, status, configuration and the first run, as people use them. */
@QuarkusTest
class PagesTest extends BrowserTest {
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(120_000);

    private Crms crms;

    @BeforeEach
    void crms() {
        crms = new Crms(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "records",
                "problems",
                "conflicts",
                "backfills",
                "status",
                "configuration",
                "setup",
                "status/contact/differences"
            })
    void everyPage_canBeReadAtBothWidthsAndInTheDark(String page) {
        String name = page.replace('/', '-');
        wide(
                screen -> {
                    screen.open("/console/" + page).picture(name).isAccessible().fitsItsWidth();
                });
        narrow(
                screen -> {
                    screen.open("/console/" + page).picture(name + "-narrow").isAccessible();
                    screen.fitsItsWidth();
                });
        dark(
                screen -> {
                    screen.open("/console/" + page).picture(name + "-dark").isAccessible();
                });
    }

    @Test
    void valueThatDoesNotFit_isAProblemThatIsTriedAgain() {
        crms.untilLinked("100051");
        crms.putHubspot("100051", "firstname", "x".repeat(60));
        crms.putHubspot("100051", "phone", "1".repeat(60));
        crms.until("/api/problems?object=contact&hubspotId=100051", "100051");
        wide(
                screen -> {
                    screen.open("/console/problems?object=contact&hubspotId=100051").isAccessible();
                    Locator card = screen.find(".problem-card").first();
                    assertThat(card).containsText("To do");
                    card.locator("button").press("Enter");

                    assertThat(screen.find("#messages")).containsText("tried again");
                    screen.open("/console/problems?object=contact&hubspotId=100051");
                    screen.find("a >> text=All of this mapping").first().click();
                    screen.find("#retry-all").press("Enter");
                    assertThat(screen.find("#messages")).containsText("All are tried again");
                    screen.open("/console/records/contact/100051");
                    assertThat(screen.find(".notice.problem").first()).containsText("What to do");
                });
    }

    /** HubSpot's owner 5106 has the e-mail of a user who is not active any more. */
    @Test
    void ownerWithoutAnActiveUser_leadsToTheMappingAndNotToItsOptions() {
        crms.untilLinked("100046");
        String contact = ownedByAnother("100041", "100042", "100043", "100045", "100046");
        crms.putHubspot(contact, "hubspot_owner_id", "5106");
        crms.until("/api/problems?object=contact&hubspotId=" + contact, "hubspot_owner_id");
        wide(
                screen -> {
                    screen.open("/console/problems?object=contact&hubspotId=" + contact);
                    Locator card =
                            screen.find(".problem-card")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText("hubspot_owner_id"))
                                    .first();
                    assertThat(card).containsText("with the same e-mail");
                    assertThat(card).containsText("5106)");
                    assertThat(card.locator("button >> text=Refresh the options")).hasCount(0);
                    card.locator("button >> text=Edit the mapping").press("Enter");

                    assertThat(screen.find("#panel-title")).hasText("Edit mapping");
                    assertThat(screen.find("#rule-DONT_SYNC")).isEnabled();
                    screen.isAccessible();
                });
        crms.putHubspot(contact, "hubspot_owner_id", "5101");
    }

    private String ownedByAnother(String... contacts) {
        for (String contact : contacts) {
            String path = "/sandbox/hubspot/crm/v3/objects/contacts/" + contact;
            if (!crms.get(path + "?properties=hubspot_owner_id").contains("\"5106\"")) {
                return contact;
            }
        }
        throw new AssertionError("5106 owns all of them");
    }

    @Test
    void backfill_isPreviewedRunAndDoneByKeyboard() {
        crms.untilLinked("100052");
        wide(
                screen -> {
                    screen.open("/console/backfills");
                    screen.find("#new-backfill").press("Enter");
                    assertThat(screen.find("#panel-title")).isFocused();
                    screen.isAccessible();
                    screen.find("textarea[name=ids]").fill("100052\n100053");
                    assertThat(screen.find("input[name=which][value=ids]")).isChecked();
                    screen.find("#backfill-form button[type=submit]").press("Enter");

                    assertThat(screen.find("#run-state")).containsText("Previewed", SOON);
                    assertThat(screen.find("#run-live")).containsText("Calls to HubSpot");
                    screen.picture("backfill-preview").isAccessible().fitsItsWidth();
                    screen.find("#run-run").press("Enter");

                    assertThat(screen.find("#run-state")).containsText("Done", SOON);
                    assertThat(screen.find("#run-live progress")).isVisible();
                    screen.find("a.button[href='/console/backfills']").click();
                    assertThat(screen.find("#results")).containsText("2 named records");
                });
    }

    @Test
    void backfillSinceADay_isAskedForByItsDate() {
        wide(
                screen -> {
                    screen.open("/console/backfills");
                    screen.find("#new-backfill").click();
                    screen.find("input[name=since]").fill("2026-11-20");
                    assertThat(screen.find("input[name=which][value=since]")).isChecked();
                    screen.find("input[name=fill][value=none]").check();
                    screen.find("#backfill-form button[type=submit]").click();

                    assertThat(screen.find("header.page-head"))
                            .containsText("changed since 20 Nov 2026, 00:00:00 UTC");
                    screen.find("#run-cancel").click();
                    assertThat(screen.find("#run-state")).containsText("Cancelled", SOON);
                });
    }

    @Test
    void backfillThatCannotBe_isRefusedInThePanel() {
        wide(
                screen -> {
                    screen.open("/console/backfills");
                    screen.find("#new-backfill").click();
                    screen.find("input[name=which][value=ids]").check();
                    screen.find("textarea[name=ids]").fill("no-id");
                    screen.find("#backfill-form button[type=submit]").click();

                    assertThat(screen.find("#panel .refusal"))
                            .containsText("'no-id' is no id of a HubSpot record");
                });
    }

    @Test
    void document_isPlannedAsADifferenceThenApplied() {
        try {
            wide(
                    screen -> {
                        screen.open("/console/configuration");
                        screen.find("#document-file")
                                .setInputFiles(
                                        new FilePayload(
                                                "mappings.csv",
                                                "text/csv",
                                                "property,field,rule\nfax,Fax,Don't sync\n"
                                                        .getBytes(StandardCharsets.UTF_8)));
                        assertThat(screen.find("#document"))
                                .hasValue("property,field,rule\nfax,Fax,Don't sync\n");
                        screen.find("#plan-it").press("Enter");

                        assertThat(screen.find("#plan")).containsText("Plan: 1 change");
                        assertThat(screen.find("#plan .update del")).containsText("Two-way");
                        assertThat(screen.find("#plan .update ins")).containsText("Don't sync");
                        screen.picture("plan").isAccessible();
                        assertThat(screen.find("#plan-title")).isFocused();
                        screen.find("#apply").press("Enter");

                        assertThat(screen.find("#plan")).containsText("Applied: 1 change");
                    });
        } finally {
            crms.post(
                    "/api/config/apply",
                    "{\"partial\":true,\"objects\":{\"contact\":{\"mappings\":[{\"hubspotProperty\":"
                            + "\"fax\",\"salesforceField\":\"Fax\",\"syncRule\":\"TWO_WAY\"}]}}}");
        }
    }

    @Test
    void documentWithAPairThatCannotBe_isRefusedAsAWhole() {
        wide(
                screen -> {
                    screen.open("/console/configuration");
                    screen.find("#document-format").selectOption("csv");
                    screen.find("#document")
                            .fill("property,field,rule\nexternal_score,Department,Two-way\n");
                    screen.find("#plan-it").click();

                    assertThat(screen.find("#plan .refused")).containsText("TYPE_MISMATCH");
                    assertThat(screen.find("#apply")).hasCount(0);
                    screen.find("#document").fill("property,field,rule\nfax,Fax,Two-way\n");
                    assertThat(screen.find("#plan")).isEmpty();
                    assertThat(screen.find("#document-form [role=status]"))
                            .containsText("not the one that was planned");
                });
    }

    @Test
    void status_showsDriftAndBudgetsInWordsToo() {
        crms.until("/api/status", "mapped fields of");
        wide(
                screen -> {
                    screen.open("/console/status").picture("status").isAccessible();

                    assertThat(screen.find(".object-card").first()).containsText("linked records");
                    assertThat(screen.find(".object-card .bar-chart").first())
                            .hasAttribute(
                                    "aria-label", java.util.regex.Pattern.compile("In step: .*"));
                    assertThat(screen.find(".budget-card")).hasCount(2);
                });
    }

    @Test
    void missingScope_isSaidByTheCheckThatRuns() {
        crms.post(
                "/sandbox/hubspot/_control/faults",
                "{\"calls\":[{\"kind\":\"properties\",\"answer\":\"MISSING_SCOPES\","
                        + "\"times\":100000}]}");
        try {
            wide(
                    screen -> {
                        screen.open("/console/setup");
                        screen.find("#run-HUBSPOT_SCOPES").press("Enter");

                        assertThat(screen.find("#check-HUBSPOT_SCOPES"))
                                .containsText("crm.schemas.contacts.read");
                        assertThat(screen.find("#messages")).containsText(": wrong.");
                        // The page as a whole says the same, and who pressed is where they were.
                        assertThat(screen.find("h1")).not().containsText("Everything is set up");
                        assertThat(screen.find(".step").first()).not().containsText("(done)");
                        assertThat(screen.find("#run-HUBSPOT_SCOPES")).isFocused();
                        screen.isAccessible().picture("setup");
                        crms.delete("/sandbox/hubspot/_control/faults");
                        screen.find("#run-HUBSPOT_SCOPES").press("Enter");
                        assertThat(screen.find("#check-HUBSPOT_SCOPES .chip")).containsText("Fine");
                    });
        } finally {
            crms.delete("/sandbox/hubspot/_control/faults");
        }
    }

    @Test
    void missingScope_isAProblemThatLeadsToTheSetup_andStandsAboveTheMappings() {
        crms.post(
                "/sandbox/hubspot/_control/faults",
                "{\"missingScopes\":[\"crm.objects.contacts.write\"]}");
        try {
            crms.post("/api/objects/contact/health-check", "");
            wide(
                    screen -> {
                        screen.open("/console/problems?object=contact&code=SCOPE_MISSING");
                        assertThat(screen.find(".problem-card"))
                                .containsText("crm.objects.contacts.write");
                        screen.isAccessible();
                        screen.find("#setup-contact_-_SCOPE_MISSING").press("Enter");
                        assertThat(screen.find("#check-HUBSPOT_SCOPES")).isVisible();
                        screen.open("/console/objects/contact");
                        assertThat(screen.find("#lacking"))
                                .containsText("crm.objects.contacts.write");
                        screen.isAccessible();

                        crms.delete("/sandbox/hubspot/_control/faults");
                        screen.open("/console/problems?object=contact&code=SCOPE_MISSING");
                        screen.find("#again-contact_-_SCOPE_MISSING").press("Enter");
                        assertThat(screen.find(".problem-card")).hasCount(0);
                        screen.open("/console/objects/contact");
                        assertThat(screen.find("#lacking")).hasCount(0);
                    });
        } finally {
            crms.delete("/sandbox/hubspot/_control/faults");
            crms.post("/api/objects/contact/health-check", "");
        }
    }
}
