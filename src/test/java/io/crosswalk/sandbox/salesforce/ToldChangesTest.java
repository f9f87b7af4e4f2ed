package io.crosswalk.sandbox.salesforce;

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
    private final SalesforceOrg org = new SalesforceOrg();
    private final List<SandboxChange> told = new ArrayList<>();
    private String path;

    @BeforeEach
    void contact() throws Exception {
        String made =
                org.data("POST", "/sobjects/Contact", "{\"LastName\":\"Berg\",\"Title\":\"CEO\"}")
                        .text();
        path =
                "/sobjects/Contact/"
                        + new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree(made)
                                .path("id")
                                .asText();
        org.sandbox.onChange(told::add);
    }

    @Test
    void changedField_isToldAloneWithItsValueAndWho() {
        org.data("PATCH", path, "{\"Title\":\"CTO\",\"LastName\":\"Berg\"}");
        org.asIntegration().data("PATCH", path, "{\"Title\":null}");

        assertThat(told)
                .extracting(SandboxChange::name, SandboxChange::value, SandboxChange::by)
                .containsExactly(tuple("Title", "CTO", By.PERSON), tuple("Title", null, By.APP));
    }

    @Test
    void deletedRecord_isTold() {
        org.data("DELETE", path, "");

        assertThat(told).extracting(SandboxChange::kind).containsExactly(Kind.DELETED);
    }
}
