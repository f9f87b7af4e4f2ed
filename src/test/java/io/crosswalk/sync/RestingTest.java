package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Noted.Kind;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What need not stay due while its object does not sync. */
class RestingTest {
    private static final Set<Kind> FOUND_LATER =
            EnumSet.of(Kind.CHANGED, Kind.CREATED, Kind.DELETED);

    private static Noted hint(Kind kind) {
        return new Noted(Side.HUBSPOT, kind, "", SampleLink.NOON, false);
    }

    private static Link hinted(@Nullable String partner, Kind kind) {
        return link(partner, Map.of(), Map.of(), Map.of(), hint(kind));
    }

    private static Link link(
            @Nullable String partner,
            Map<String, Base> bases,
            Map<String, Intent> intents,
            Map<String, Base> parked,
            Noted... hints) {
        return new Link(
                RecordKey.hubspot("deal", "7"),
                partner,
                Link.Due.quiet(1, Turn.FIRST, List.of(hints)),
                bases,
                intents,
                Findings.of(parked, Set.of()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void recordThatWeKnowNothingOf_waitsForWhatCatchingUpWouldNotFind(Kind kind) {
        assertThat(Resting.canBeCaughtUpWith(hinted(null, kind)))
                .isEqualTo(FOUND_LATER.contains(kind));
    }

    /** In the CRM nothing changes when its time comes. */
    @Test
    void valueOrPartnerThatIsTriedAgainByItself_waitsForThat() {
        for (String id : List.of("m", MatchKey.PARTNER)) {
            Link link =
                    new Link(
                            RecordKey.hubspot("deal", "7"),
                            null,
                            Link.Due.quiet(1, Turn.FIRST, List.of()),
                            Map.of(),
                            Map.of(),
                            Findings.NONE.withRetries(Map.of(id, new Retry(1, SampleLink.NOON))));

            assertThat(Resting.canBeCaughtUpWith(link)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void linkedRecord_waitsForAllButEdits(Kind kind) {
        assertThat(Resting.canBeCaughtUpWith(hinted("006000000000001AAA", kind)))
                .isEqualTo(kind == Kind.CHANGED);
    }

    /** What is kept of it has to go with the record. */
    @Test
    void recordWithoutAPartnerOfWhichSomethingIsKept_staysDueForItsDeletion() {
        Map<String, Base> kept = Map.of("m", SampleLink.base("1", "2"));
        Map<String, Intent> begun =
                new SampleLink().intends(Side.HUBSPOT, SampleLink.NOON, "1", "2").link().intents();
        Noted deleted = hint(Kind.DELETED);

        assertThat(Resting.canBeCaughtUpWith(link(null, kept, Map.of(), Map.of(), deleted)))
                .isFalse();
        assertThat(Resting.canBeCaughtUpWith(link(null, Map.of(), begun, Map.of(), deleted)))
                .isFalse();
        assertThat(Resting.canBeCaughtUpWith(link(null, Map.of(), Map.of(), kept, deleted)))
                .isFalse();
    }

    @Test
    void oneHintThatCatchingUpWouldNotFind_isEnoughToWait() {
        Noted found = hint(Kind.CHANGED);

        assertThat(
                        Resting.canBeCaughtUpWith(
                                link(
                                        null,
                                        Map.of(),
                                        Map.of(),
                                        Map.of(),
                                        found,
                                        hint(Kind.MERGED),
                                        found)))
                .isFalse();
        assertThat(Resting.canBeCaughtUpWith(link(null, Map.of(), Map.of(), Map.of()))).isTrue();
    }
}
