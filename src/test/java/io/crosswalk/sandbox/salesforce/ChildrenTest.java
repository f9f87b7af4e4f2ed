package io.crosswalk.sandbox.salesforce;

import static io.crosswalk.sandbox.salesforce.SalesforceOrg.header;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.quoted;
import static io.crosswalk.sandbox.salesforce.SalesforceOrg.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to an account goes and comes back with it. */
class ChildrenTest {
    private final SalesforceOrg org = new SalesforceOrg();
    private String account;
    private String contact;
    private String deal;

    @BeforeEach
    void anAccountWithAContactAndAnOpportunity() {
        account = org.create("Account", quoted("{'Name':'Parent'}"));
        contact = org.create("Contact", child("'LastName':'Child'"));
        deal =
                org.create(
                        "Opportunity",
                        child("'Name':'Deal','StageName':'Closed Won','CloseDate':'2026-11-01'"));
        org.events();
    }

    private String child(String values) {
        return quoted("{'AccountId':'" + account + "'," + values + "}");
    }

    private int status(String type, String id) {
        return org.data("GET", "/sobjects/" + type + "/" + id, "").status();
    }

    private void control(String what, String id) {
        org.control(what, quoted("{'ids':['" + id + "']}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sobjects/Account/%s", "/composite/sobjects?ids=%s"})
    void accountDeleted_soIsWhatBelongsToIt(String path) {
        org.data("DELETE", path.formatted(account), "");

        assertThat(List.of(status("Contact", contact), status("Opportunity", deal)))
                .containsOnly(404);
        assertThat(org.events())
                .extracting(
                        event ->
                                header(event).path("changeType").asText()
                                        + texts(header(event).path("recordIds")))
                .containsExactlyInAnyOrder(
                        "DELETE[" + account + "]",
                        "DELETE[" + contact + "]",
                        "DELETE[" + deal + "]");
    }

    @Test
    void accountUndeleted_bringsBackWhatWentWithItAlone() {
        String before = org.create("Contact", child("'LastName':'Gone Before'"));
        org.data("DELETE", "/sobjects/Contact/" + before, "");
        org.data("DELETE", "/sobjects/Account/" + account, "");

        control("undelete", account);

        assertThat(List.of(status("Contact", contact), status("Opportunity", deal)))
                .containsOnly(200);
        assertThat(org.shows("Contact", contact, "AccountId").asText()).isEqualTo(account);
        assertThat(status("Contact", before)).isEqualTo(404);
    }

    @Test
    void accountPurged_nothingOfItIsLeft() {
        org.data("DELETE", "/sobjects/Account/" + account, "");

        control("purge", account);

        String gone = "SELECT Id FROM Contact WHERE Id = '" + contact + "'";
        assertThat(org.data("GET", "/queryAll?q=" + SalesforceOrg.encoded(gone), "").text())
                .contains("\"totalSize\":0");
    }

    @Test
    void contactOfItIsLocked_theAccountStays() {
        org.control("faults", quoted("{'lockedRows':{'" + contact + "':1}}"));

        org.asIntegration().data("DELETE", "/sobjects/Account/" + account, "");

        assertThat(status("Account", account)).isEqualTo(200);
        assertThat(status("Opportunity", deal)).isEqualTo(200);
    }

    @Test
    void accountsMerged_whatBelongedToTheLoserStays() {
        String winner = org.create("Account", quoted("{'Name':'Winner'}"));

        org.control("merge", quoted("{'winner':'" + winner + "','loser':'" + account + "'}"));

        assertThat(org.shows("Contact", contact, "AccountId").asText()).isEqualTo(winner);
        assertThat(org.shows("Opportunity", deal, "AccountId").asText()).isEqualTo(winner);
    }
}
