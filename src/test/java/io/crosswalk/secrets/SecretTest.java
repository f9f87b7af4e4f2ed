package io.crosswalk.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a secret's text says, and how it is told that it says nothing useful: without its values.
 */
class SecretTest {
    private static Secret secret(String json) {
        return Secret.of(
                "crosswalk/x", new SecretVault.Version(json.replace('\'', '"'), Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pat-na1-hush", "'pat-na1-hush'", "['pat-na1-hush']", "{'pat-na1-hush"})
    void noObject_isRefusedWithoutItsText(String text) {
        assertThatThrownBy(() -> secret(text))
                .isInstanceOf(SecretUnusable.class)
                .hasMessageStartingWith("Secret 'crosswalk/x' is not a JSON object.")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    @Test
    void memberMissing_isNamed() {
        assertThatThrownBy(() -> secret("{'clientId':'hush'}").required("clientSecret"))
                .hasMessage(
                        "Secret 'crosswalk/x' has no member 'clientSecret'. Store a version that"
                                + " has it.");
    }

    @Test
    void memberNoText_isNamed() {
        assertThatThrownBy(() -> secret("{'clientId':{'hush':1}}").text("clientId"))
                .hasMessage(
                        "Member 'clientId' of secret 'crosswalk/x' is not a text. Store it as one.");
    }

    @Test
    void blankMember_isNone() {
        assertThat(secret("{'clientId':'  '}").text("clientId")).isEmpty();
    }

    @Test
    void pastedWithLineEnd_isStripped() {
        assertThat(secret("{'token':'abc\\n'}").required("token")).isEqualTo("abc");
    }

    @Test
    void list_isReadWithoutBlanks() {
        assertThat(secret("{'all':['a','',' b ']}").texts("all")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'all':'hush'}", "{'all':['a',1]}", "{'all':{'a':'hush'}}"})
    void noList_isNamed(String json) {
        assertThatThrownBy(() -> secret(json).texts("all"))
                .hasMessage("Member 'all' of secret 'crosswalk/x' is not a list of texts.");
    }

    @Test
    void printed_showsNoValue() {
        assertThat(secret("{'token':'hush'}")).hasToString("Secret[crosswalk/x]");
    }
}
