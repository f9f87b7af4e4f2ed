package io.crosswalk.simulation;

import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Noted;
import io.crosswalk.records.Noted.Kind;
import io.crosswalk.records.RecentWrites;
import io.crosswalk.records.RecordKey;
import io.crosswalk.records.Retry;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Small things of links, any of the few that there are, so that they meet. */
record Drawing(SplittableRandom random) {
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> Set<T> some(Collection<T> all) {
        Set<T> some = new LinkedHashSet<>();
        for (T each : all) {
            if (random.nextBoolean()) {
                some.add(each);
            }
        }
        return some;
    }

    List<Noted> hints(List<String> names) {
        List<Noted> hints = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Kind kind = random.nextInt(12) == 0 ? Kind.PRIVACY_DELETED : Kind.CHANGED;
            Instant at = Instant.ofEpochSecond(random.nextInt(3));
            hints.add(new Noted(Side.HUBSPOT, kind, one(names), at, false));
        }
        return hints;
    }

    /** Of a journal's entry. */
    String journalAt() {
        return "2075-01-01T00:00:0" + random.nextInt(10) + ".000Z#100000";
    }

    Base base() {
        Value value = Value.of(one(List.of("CEO", "CTO", "Cook")));
        return new Fingerprints(new byte[16]).base(KEY, "m1", value, value);
    }

    /** Of some of the mappings. */
    Findings findings(List<String> mappings, Instant now) {
        Map<String, Base> parked = new LinkedHashMap<>();
        Map<String, Difference> differences = new LinkedHashMap<>();
        Map<String, RecentWrites> writes = new LinkedHashMap<>();
        Map<String, Retry> retries = new LinkedHashMap<>();
        some(mappings).forEach(id -> parked.put(id, base()));
        some(mappings)
                .forEach(id -> differences.put(id, new Difference(Difference.Reason.REFUSED, now)));
        some(mappings)
                .forEach(
                        id ->
                                writes.put(
                                        id,
                                        RecentWrites.NONE.with(
                                                Side.HUBSPOT, now, Base.OF_NOTHING.hubspot())));
        some(mappings).forEach(id -> retries.put(id, new Retry(2, now)));
        return new Findings(
                parked,
                some(List.of(Side.values())),
                differences,
                random.nextInt(3),
                writes,
                retries,
                random.nextInt(3));
    }
}
