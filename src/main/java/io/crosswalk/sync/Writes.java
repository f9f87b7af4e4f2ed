package io.crosswalk.sync;

import io.crosswalk.mapping.ScopeProblems;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Journal;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.records.WriteOutcome.Changed;
import io.crosswalk.records.WriteOutcome.Gone;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.records.WriteOutcome.Written;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import io.crosswalk.sync.FieldDecision.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends the decided writes of a batch to one side and takes down what became of each. */
final class Writes {
    /** A record is sent again without the fields that the CRM blames at most this often. */
    private static final int ROUNDS_MAX = 3;

    /** What holds a record up may pass in seconds; people are told at the try after these. */
    private static final int TRIES_UNTOLD = 2;

    private final Journal journal;
    private final Fingerprints fingerprints;
    private final Backoff backoff;
    private final ScopeProblems scopes;
    private final LookListener listener;
    private final Clock clock;

    Writes(
            Journal journal,
            Fingerprints fingerprints,
            Backoff backoff,
            ScopeProblems scopes,
            LookListener listener,
            Clock clock) {
        this.journal = journal;
        this.fingerprints = fingerprints;
        this.backoff = backoff;
        this.scopes = scopes;
        this.listener = listener;
        this.clock = clock;
    }

    /** A link's record and the fields of it that are still to be written. */
    private record Pending(LinkWork work, Map<String, FieldDecision> fields) {}

    void send(CrmRecords crm, ObjectPair object, List<LinkWork> works) {
        Side side = crm.side();
        String type = side == Side.HUBSPOT ? object.hubspotType() : object.salesforceType();
        List<Pending> pending = new ArrayList<>();
        for (LinkWork work : works) {
            Map<String, FieldDecision> fields = work.writes(side);
            if (!fields.isEmpty()) {
                pending.add(new Pending(work, fields));
            }
        }
        for (int round = 0; round < ROUNDS_MAX && !pending.isEmpty(); round++) {
            boolean last = round == ROUNDS_MAX - 1;
            List<CrmWrite> writes =
                    pending.stream().map(p -> p.work().crmWrite(side, p.fields())).toList();
            List<WriteOutcome> outcomes = crm.write(type, writes);
            tellOfMissingScope(object, outcomes);
            List<Pending> rest = new ArrayList<>();
            Retracted told = new Retracted();
            for (int i = 0; i < pending.size(); i++) {
                Map<String, FieldDecision> left =
                        take(side, pending.get(i), outcomes.get(i), last, told);
                if (!left.isEmpty()) {
                    rest.add(new Pending(pending.get(i).work(), left));
                }
            }
            told.tell(journal);
            pending = rest;
        }
    }

    /** What the app may not write waits, and is no record's problem. */
    private void tellOfMissingScope(ObjectPair object, List<WriteOutcome> outcomes) {
        for (WriteOutcome outcome : outcomes) {
            if (outcome instanceof RetryLater later && later.lacksScope()) {
                scopes.writeRefused(object);
                return;
            }
        }
    }

    /** Returns the fields that are worth sending again at once. */
    private Map<String, FieldDecision> take(
            Side side, Pending pending, WriteOutcome outcome, boolean last, Retracted told) {
        LinkWork work = pending.work();
        if (outcome instanceof Written written) {
            listener.written(Lag.of(work, pending.fields().values(), clock.instant()));
            pending.fields()
                    .forEach((name, decided) -> written(work, side, name, decided, written));
            return Map.of();
        }
        if (outcome instanceof Rejected rejected) {
            Map<String, FieldDecision> left =
                    rejected(work, pending.fields(), rejected, last, told);
            if (left.isEmpty()) {
                listener.failed();
            }
            return left;
        }
        if (outcome instanceof RetryLater later) {
            listener.failed();
            boolean lasts = later.isOfRecord() && work.link.due().attempts() >= TRIES_UNTOLD;
            if (lasts) {
                park(work, pending.fields().values(), later, told);
            } else {
                retry(work, pending.fields().values(), later, told);
            }
            return Map.of();
        }
        if (outcome instanceof Changed) {
            work.changedMeanwhile = true;
            told.unmade(work, pending.fields().values());
            return Map.of();
        }
        if (outcome instanceof Gone gone) {
            listener.failed();
            work.gone.add(side);
            pending.fields()
                    .values()
                    .forEach(
                            decided ->
                                    told.refused(
                                            work, decided, gone.code(), "The record is gone."));
            return Map.of();
        }
        throw new AssertionError(outcome);
    }

    /** Where the CRM says what it stored, that is the base: it may differ from what was sent. */
    private void written(
            LinkWork work, Side side, String name, FieldDecision decided, Written written) {
        Write write = decided.write();
        if (write == null) {
            throw new IllegalStateException("Not a write: " + decided.mappingId());
        }
        if (write.restores()) {
            // The base stays, so that the next look takes the edit for what it is: news.
            work.restored.add(decided.mappingId());
            return;
        }
        Base after = write.after();
        if (written.stored().containsKey(name)) {
            Value stored =
                    side == Side.HUBSPOT
                            ? decided.field().hubspot(written.stored())
                            : decided.field().salesforce(written.stored());
            after =
                    side == Side.HUBSPOT
                            ? fingerprints.base(
                                    work.link.key(),
                                    decided.mappingId(),
                                    stored,
                                    decided.salesforce())
                            : fingerprints.base(
                                    work.link.key(),
                                    decided.mappingId(),
                                    decided.hubspot(),
                                    stored);
        }
        work.base.put(decided.mappingId(), after);
    }

    private Map<String, FieldDecision> rejected(
            LinkWork work,
            Map<String, FieldDecision> fields,
            Rejected rejected,
            boolean last,
            Retracted told) {
        Map<String, FieldDecision> left = new LinkedHashMap<>(fields);
        left.entrySet().removeIf(each -> blames(rejected, each.getKey(), each.getValue(), work));
        if (left.size() == fields.size()) {
            left.clear();
        }
        fields.forEach(
                (name, decided) -> {
                    if (!left.containsKey(name)) {
                        Said said = work.park(decided, rejected);
                        told.refused(work, decided, said.code(), said.message());
                    }
                });
        settleCompany(work, left);
        if (last && !left.isEmpty()) {
            // Nobody refused these: without the others they may go through.
            lookAgain(work, Duration.ZERO);
            told.unmade(work, left.values());
            return Map.of();
        }
        return left;
    }

    private static boolean blames(
            Rejected rejected, String name, FieldDecision decided, LinkWork work) {
        return rejected.names().contains(name)
                || StageMoves.besides(decided, work.decisions()).keySet().stream()
                        .anyMatch(rejected.names()::contains);
    }

    /** HubSpot takes a record's company before its properties: it is there already. */
    private void settleCompany(LinkWork work, Map<String, FieldDecision> left) {
        for (Map.Entry<String, FieldDecision> each : List.copyOf(left.entrySet())) {
            FieldDecision decided = each.getValue();
            if (decided.field().reference() != null
                    && decided.decision().writes() == Side.HUBSPOT) {
                Written set = new Written(work.recordId(Side.HUBSPOT), Map.of());
                written(work, Side.HUBSPOT, each.getKey(), decided, set);
                left.remove(each.getKey());
            }
        }
    }

    /** People are told, and it is tried more slowly. */
    private static void park(
            LinkWork work, Collection<FieldDecision> fields, RetryLater later, Retracted told) {
        for (FieldDecision decided : fields) {
            Said said = work.park(decided, later);
            if (later.mayHaveHappened()) {
                work.keptIntents.add(decided.mappingId());
            } else {
                told.refused(work, decided, said.code(), said.message());
            }
        }
    }

    private void retry(
            LinkWork work, Collection<FieldDecision> fields, RetryLater later, Retracted told) {
        lookAgain(work, later.after());
        fields.forEach(decided -> work.retried(decided, clock.instant()));
        if (later.mayHaveHappened()) {
            fields.forEach(decided -> work.keptIntents.add(decided.mappingId()));
        } else {
            told.unmade(work, fields);
        }
    }

    private void lookAgain(LinkWork work, Duration atLeast) {
        work.lookAgain(clock.instant().plus(backoff.delay(work.link.due().attempts(), atLeast)));
    }
}
