package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crosswalk.sandbox.SandboxChange;
import io.crosswalk.sandbox.SandboxChange.By;
import io.crosswalk.sandbox.SandboxChange.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldChangesTest {
    private static final String CONTACTS = "/crm/v3/objects/contacts";

    private final Portal portal = new Portal();
    private final List<SandboxChange> told = new ArrayList<>();
    private String path;

    @BeforeEach
    void contact() {
        Portal.Answer made = portal.post(CONTACTS, "{'properties':{'jobtitle':'CEO'}}");
        path = CONTACTS + "/" + made.json().path("id").asText();
        portal.sandbox.onChange(told::add);
    }

    @Test
    void changedProperty_isToldWithItsValueAndWho() {
        portal.patch(path, "{'properties':{'jobtitle':'CTO'}}");
        portal.byApp("PATCH", path, "{'properties':{'jobtitle':''}}");

        assertThat(told)
                .extracting(SandboxChange::name, SandboxChange::value, SandboxChange::by)
                .containsExactly(
                        tuple("jobtitle", "CTO", By.PERSON), tuple("jobtitle", null, By.APP));
    }

    @Test
    void valueThatIsThereAlready_isNoChange() {
        portal.patch(path, "{'properties':{'jobtitle':'CEO'}}");

        assertThat(told).isEmpty();
    }

    @Test
    void deletedRecord_isTold() {
        portal.delete(path);

        assertThat(told).extracting(SandboxChange::kind).containsExactly(Kind.DELETED);
    }
}
