package io.crosswalk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.Findings;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Noted.Kind;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What need not stay due while its object does not sync. */
class RestingTest {
    private static final Set<Kind> FOUND_LATER =
            EnumSet.of(Kind.CHANGED, Kind.CREATED, Kind.DELETED);

    private static Link hinted(@Nullable String partner, Kind kind) {
        Instant at = Instant.parse("2026-11-24T12:00:00Z");
        return new Link(
                RecordKey.hubspot("deal", "7"),
                partner,
                Link.Due.quiet(
                        1, Turn.FIRST, List.of(new Noted(Side.HUBSPOT, kind, "", at, false))),
                Map.of(),
                Map.of(),
                Findings.NONE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void recordThatWeKnowNothingOf_waitsForWhatCatchingUpWouldNotFind(Kind kind) {
        assertThat(Resting.canBeCaughtUpWith(hinted(null, kind)))
                .isEqualTo(FOUND_LATER.contains(kind));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void linkedRecord_waitsForAllButEdits(Kind kind) {
        assertThat(Resting.canBeCaughtUpWith(hinted("006000000000001AAA", kind)))
                .isEqualTo(kind == Kind.CHANGED);
    }
}
