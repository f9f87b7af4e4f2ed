package io.crosswalk.sync;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import io.crosswalk.sync.NewRecords.Carried;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises our own writes that nobody acknowledged, because a sync stopped between write and
 * acknowledgement: also in the form in which a CRM stores them, trimmed or in lower case, as
 * HubSpot does with e-mail addresses.
 */
final class ArrivedWrites {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    private final Fingerprints fingerprints;

    ArrivedWrites(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** What is noted down of a write before it is made. */
    Intent intent(RecordKey link, FieldDecision decided, Write write, String journalAt) {
        return new Intent(
                write.side(),
                write.sent(),
                folded(link, decided.mappingId(), write.side(), write.value()),
                write.after(),
                journalAt,
                decided.putsBack());
    }

    /**
     * The base, or what it became by a write of ours that was never acknowledged: a target that
     * holds what was intended is our own write. So is what a record holds since we made it.
     */
    @Nullable Base base(Observation seen, PlannedField field, Base now) {
        String id = field.mapping().id();
        Intent intent = seen.link().intents().get(id);
        if (intent == null) {
            Base known = seen.link().base().get(id);
            return known == null ? made(seen, field, now) : known;
        }
        Boolean told = told(seen, field);
        if (told != null) {
            return told ? intent.after() : seen.link().base().get(id);
        }
        if (arrivedAsSent(intent, now)) {
            return intent.after();
        }
        return arrivedFolded(intent, seen, field, now)
                ? intent.after().with(intent.side(), now.of(intent.side()))
                : seen.link().base().get(id);
    }

    /** Of a company that was deleted since, HubSpot's history tells; null if nobody has asked. */
    private static @Nullable Boolean told(Observation seen, PlannedField field) {
        RestingCompany resting = seen.resting(field);
        return resting == null ? null : resting.arrived();
    }

    /** What was carried over when the partner was made; null if it holds something else by now. */
    private @Nullable Base made(Observation seen, PlannedField field, Base now) {
        String id = field.mapping().id();
        Intent making = seen.link().intents().get(MatchKey.partnersField(id));
        if (making == null) {
            return null;
        }
        Side side = making.side();
        RecordKey maker = maker(making, seen.link());
        if (!isFolded(making, maker, id, seen.value(field, side))) {
            return null;
        }
        Base made = making.after().with(side, now.of(side));
        if (maker.equals(seen.link().key())) {
            return made;
        }
        // Fingerprints of another record never match: it holds what it held then, or something new.
        Side from = side.other();
        Fingerprint there = fingerprints.of(maker, id, from, seen.value(field, from));
        return there.equals(made.of(from)) ? made.with(from, now.of(from)) : made;
    }

    /** The record that another was made for; what was noted down of that has its fingerprints. */
    static RecordKey maker(Intent making, Link pair) {
        return making.side() == Side.SALESFORCE
                ? pair.key()
                : RecordKey.salesforce(pair.key().object(), String.valueOf(pair.partnerId()));
    }

    /**
     * Also where the sides are in step in another form than was sent, what was carried over is
     * still the same, and the target is not. What is put back does not bring them in step.
     */
    boolean arrived(Intent intent, Observation seen, FieldDecision decided) {
        boolean inStep = decided.decision() == Decision.IN_STEP;
        return arrived(intent, seen, decided.field(), decided.now(), inStep);
    }

    /** Whether what was sent is there itself, in whatever form its CRM stores it. */
    boolean isThere(Intent intent, Observation seen, FieldDecision decided) {
        return told(seen, decided.field()) != null
                || arrivedAsSent(intent, decided.now())
                || arrivedFolded(intent, seen, decided.field(), decided.now());
    }

    /** Likewise where nothing is decided. */
    boolean arrived(Intent intent, Observation seen, PlannedField field) {
        Value hubspot = seen.hubspot(field);
        Value salesforce = seen.salesforce(field);
        Base now = fingerprints.base(seen.link().key(), field.mapping().id(), hubspot, salesforce);
        boolean inStep = field.conversion().inStep(hubspot, salesforce);
        return arrived(intent, seen, field, now, inStep);
    }

    private boolean arrived(
            Intent intent, Observation seen, PlannedField field, Base now, boolean inStep) {
        Boolean told = told(seen, field);
        if (told != null) {
            return told;
        }
        String id = field.mapping().id();
        Side from = intent.side().other();
        Base before = seen.link().base().get(id);
        boolean changed = before == null || !now.of(intent.side()).equals(before.of(intent.side()));
        return arrivedAsSent(intent, now)
                || inStep
                        && now.of(from).equals(intent.after().of(from))
                        && changed
                        && !intent.putsBack()
                || arrivedFolded(intent, seen, field, now);
    }

    private static boolean arrivedAsSent(Intent intent, Base now) {
        return now.of(intent.side()).equals(intent.sent());
    }

    /** Whether it holds what was sent in the form in which a CRM may store it. */
    boolean isFolded(Intent intent, RecordKey link, String mappingId, Value there) {
        return folded(link, mappingId, intent.side(), there).equals(intent.folded());
    }

    private boolean arrivedFolded(Intent intent, Observation seen, PlannedField field, Base now) {
        Side side = intent.side();
        if (intent.folded().equals(intent.sent())
                || isTold(intent, seen.edit(field, side), now.of(side))) {
            return false;
        }
        return isFolded(intent, seen.link().key(), field.mapping().id(), seen.value(field, side));
    }

    /** A person who types our value in lower case meanwhile makes an edit. */
    private static boolean isTold(Intent intent, @Nullable Noted edit, Fingerprint now) {
        return edit != null
                && now.equals(edit.value())
                && !edit.at().isBefore(intent.at().minus(CLOCKS_DIFFER));
    }

    /**
     * The intents of a record that is made: what each field of it is to hold. They are none of a
     * link's own writes, should the two be linked.
     */
    Map<String, Intent> ofMaking(
            RecordKey seeker, List<Carried> carried, Side side, String journalAt) {
        Map<String, Intent> intents = new HashMap<>();
        for (Carried each : carried) {
            String id = each.field().mapping().id();
            Base after =
                    side == Side.SALESFORCE
                            ? fingerprints.base(seeker, id, each.from(), each.to())
                            : fingerprints.base(seeker, id, each.to(), each.from());
            Fingerprint folded = folded(seeker, id, side, each.to());
            intents.put(
                    MatchKey.partnersField(id),
                    new Intent(side, after.of(side), folded, after, journalAt, false));
        }
        return intents;
    }

    private Fingerprint folded(RecordKey link, String mappingId, Side side, Value value) {
        return fingerprints.of(link, mappingId, side, folded(value));
    }

    /** The form in which a CRM may store it: trimmed, in lower case. */
    static Value folded(Value value) {
        return Value.of(value.text().strip().toLowerCase(Locale.ROOT));
    }
}
