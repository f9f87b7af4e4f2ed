package io.crosswalk.sync;

import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;

/** What a record's partner is looked for by, as fingerprints. */
final class SoughtValues {
    private final Fingerprints fingerprints;

    SoughtValues(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    Base by(MappingPlan plan, Seeker seeker) {
        return fingerprint(seeker, plan.partnerValues(seeker.side(), seeker.record().values()));
    }

    /** Of a partner that is made for it: the name too where nothing else tells. */
    Base madeOf(MappingPlan plan, Seeker seeker) {
        Side side = seeker.side();
        Value all = plan.partnerValues(side, seeker.record().values());
        if (!MatchKey.of(plan.object().name()).isEmpty()) {
            return fingerprint(seeker, all);
        }
        String name = seeker.record().values().get(Traces.name(side));
        return fingerprint(seeker, Value.of(all.text() + "\n" + (name == null ? "" : name)));
    }

    private Base fingerprint(Seeker seeker, Value all) {
        Side side = seeker.side();
        RecordKey key = seeker.link().key();
        return side == Side.HUBSPOT
                ? fingerprints.base(key, MatchKey.PARTNER, all, Value.BLANK)
                : fingerprints.base(key, MatchKey.PARTNER, Value.BLANK, all);
    }
}
