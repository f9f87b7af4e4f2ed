package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.com",
                "ACME.com",
                " www.acme.com ",
                "http://acme.com",
                "https://www.acme.com/de?x=1#top",
                "https://acme.com:8443/",
                "acme.com."
            })
    void domain_isTheHostInWhateverForm(String website) {
        assertThat(MatchKey.DOMAIN.normal(website)).isEqualTo("acme.com");
    }

    @ParameterizedTest
    @CsvSource({"acme.com, shop.acme.com", "acme.com, acme.co", "acme.com, notacme.com"})
    void otherHosts_areOthers(String one, String other) {
        assertThat(MatchKey.DOMAIN.normal(one)).isNotEqualTo(MatchKey.DOMAIN.normal(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "localhost", "ask the sales team", "a b.com", "user@acme.com"})
    void whatIsNoHost_isNotLookedFor(String website) {
        assertThat(MatchKey.DOMAIN.normal(website)).isEmpty();
    }

    @Test
    void email_isComparedWhateverTheCase() {
        assertThat(MatchKey.EMAIL.normal(" Ann@Acme.COM ")).isEqualTo("ann@acme.com");
        assertThat(MatchKey.EMAIL.normal("none")).isEmpty();
        assertThat(MatchKey.EMAIL.normal(null)).isEmpty();
    }

    @Test
    void deals_haveNone() {
        assertThat(MatchKey.of("deal")).isEmpty();
        assertThat(MatchKey.of("company")).containsExactly(MatchKey.DOMAIN, MatchKey.NAME);
    }

    @Test
    void hubspotMayKeepTheDomainWithWww() {
        assertThat(MatchKey.DOMAIN.hubspotTexts("acme.com"))
                .containsExactly("acme.com", "www.acme.com");
    }

    @Test
    void essayInsteadOfAName_isNotLookedFor() {
        assertThat(MatchKey.NAME.normal("Acme " + "and so on ".repeat(300))).isEmpty();
        assertThat(MatchKey.NAME.normal("A".repeat(255))).hasSize(255);
    }
}
