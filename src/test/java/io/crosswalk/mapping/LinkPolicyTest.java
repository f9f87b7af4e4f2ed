package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Since when missing partners are made counts per side, from the day that it is wanted. */
class LinkPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));

    private static LinkPolicy create(LinkPolicy before, Creation create, Instant at) {
        return before.with(null, create, at);
    }

    @Test
    void turnedOn_countsFromThen() {
        LinkPolicy on = create(LinkPolicy.SHIPPED, Creation.IN_SALESFORCE, NOON);

        assertThat(on.createSince(Side.SALESFORCE)).isEqualTo(NOON);
        assertThat(on.createSince()).containsOnlyKeys(Side.SALESFORCE);
    }

    @Test
    void otherDirectionIsAdded_theFirstKeepsItsTime() {
        LinkPolicy on = create(LinkPolicy.SHIPPED, Creation.IN_SALESFORCE, NOON);

        LinkPolicy both = create(on, Creation.BOTH, LATER);

        assertThat(both.createSince(Side.SALESFORCE)).isEqualTo(NOON);
        assertThat(both.createSince(Side.HUBSPOT)).isEqualTo(LATER);
    }

    @Test
    void sameChoiceAgain_changesNothing() {
        LinkPolicy on = create(LinkPolicy.SHIPPED, Creation.BOTH, NOON);

        assertThat(create(on, Creation.BOTH, LATER)).isEqualTo(on);
        assertThat(on.with(Matching.ID_THEN_FIELDS, null, LATER)).isEqualTo(on);
    }

    @Test
    void turnedOffAndOnAgain_countsFromTheSecondTime() {
        LinkPolicy off =
                create(
                        create(LinkPolicy.SHIPPED, Creation.BOTH, NOON),
                        Creation.OFF,
                        NOON.plusSeconds(60));

        assertThat(off).isEqualTo(LinkPolicy.SHIPPED);
        assertThat(create(off, Creation.IN_HUBSPOT, LATER).createSince(Side.HUBSPOT))
                .isEqualTo(LATER);
    }

    @Test
    void nobodyNotedSinceWhen_itStaysSo() {
        LinkPolicy old = new LinkPolicy(Matching.ID_THEN_FIELDS, Creation.IN_SALESFORCE);

        LinkPolicy both = create(old, Creation.BOTH, LATER);

        assertThat(both.createSince(Side.SALESFORCE)).isEqualTo(Instant.EPOCH);
        assertThat(both.createSince(Side.HUBSPOT)).isEqualTo(LATER);
    }
}
