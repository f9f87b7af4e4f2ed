package io.crosswalk.sync;

import io.crosswalk.mapping.MatchKey;
import io.crosswalk.records.CreateOutcome.Exists;
import io.crosswalk.records.CreateOutcome.Refused;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.Problem.Found;
import io.crosswalk.records.ProblemCause;
import io.crosswalk.records.ProblemCause.Said;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.records.ProblemId;
import io.crosswalk.records.ProblemPlace;
import io.crosswalk.records.ProblemStore;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Problems of records that have no partner. They name ids and properties, never values. */
final class PartnerProblems {
    private static final List<ProblemCode> CODES =
            List.of(
                    ProblemCode.AMBIGUOUS_MATCH,
                    ProblemCode.NOT_CREATED,
                    ProblemCode.CREATION_UNCERTAIN);

    private final ProblemStore store;

    PartnerProblems(ProblemStore store) {
        this.store = store;
    }

    void raise(RecordKey record, ProblemCause cause) {
        ProblemPlace place =
                record.side() == Side.HUBSPOT
                        ? ProblemPlace.record(record, null)
                        : ProblemPlace.unlinked(record);
        store.raise(List.of(new Found(place, cause)));
        store.close(
                CODES.stream()
                        .filter(code -> code != cause.code())
                        .map(code -> id(record, code))
                        .toList());
    }

    void close(RecordKey record) {
        store.close(CODES.stream().map(code -> id(record, code)).toList());
    }

    void closeAll(RecordKey record) {
        store.closeAllOf(record);
    }

    private static ProblemId id(RecordKey record, ProblemCode code) {
        return new ProblemId(record.object(), null, record.recordId(), code);
    }

    static ProblemCause several(ObjectPair object, Match.Several several) {
        MatchKey key = several.key();
        return ambiguous(
                several.hubspotIds(),
                several.salesforceIds(),
                "In HubSpot "
                        + list(several.hubspotIds())
                        + ", and in Salesforce "
                        + list(several.salesforceIds())
                        + ", have the same '"
                        + key.hubspotProperty()
                        + "' and '"
                        + key.salesforceField()
                        + "', so nobody can tell which belong together.");
    }

    static ProblemCause claimed(ObjectPair object, String hubspotId, String salesforceId) {
        return ambiguous(
                Set.of(hubspotId),
                Set.of(salesforceId),
                "Property '"
                        + object.salesforceIdProperty()
                        + "' names Salesforce record "
                        + salesforceId
                        + ", which is the partner of another HubSpot record.");
    }

    static ProblemCause occupied(Match.None none) {
        return ambiguous(
                none.hubspotIds(),
                none.salesforceIds(),
                "No record is made for this one, because others look the same: in HubSpot "
                        + list(none.hubspotIds())
                        + ", in Salesforce "
                        + list(none.salesforceIds())
                        + ".");
    }

    static ProblemCause exists(ObjectPair object, Seeker seeker, Exists exists) {
        boolean inHubspot = seeker.side() == Side.HUBSPOT;
        Set<String> own = Set.of(seeker.id());
        Set<String> others = Set.copyOf(exists.ids());
        return ambiguous(
                        inHubspot ? own : others,
                        inHubspot ? others : own,
                        seeker.side().other().label()
                                + " makes no record for "
                                + object.name()
                                + " "
                                + seeker.id()
                                + ", because there are such already: "
                                + list(others)
                                + ".")
                .with(new Said(exists.code(), ""));
    }

    /** Without the values that the CRM's message quotes. */
    static ProblemCause notCreated(ObjectPair object, NewRecord record, Refused refused) {
        ProblemCode code = ProblemCode.NOT_CREATED;
        List<String> sent = new ArrayList<>();
        record.values().values().forEach(wire -> sent.add(wire == null ? "" : wire));
        String message = CrmMessages.without(refused.message(), sent);
        String side = record.seeker().side().other().label();
        String text =
                "No record is made in "
                        + side
                        + " for "
                        + object.name()
                        + " "
                        + record.seeker().id()
                        + ". "
                        + side
                        + " says: \""
                        + (message.isEmpty() ? refused.code() : message)
                        + "\" "
                        + code.mending();
        return new ProblemCause(
                code,
                code.action(),
                text,
                Map.of("names", refused.names().stream().limit(ProblemCause.DETAILS_MAX).toList()),
                new Said(refused.code(), message));
    }

    static ProblemCause uncertain(Seeker seeker, Set<String> candidates) {
        ProblemCode code = ProblemCode.CREATION_UNCERTAIN;
        String text =
                "A record was about to be made in "
                        + seeker.side().other().label()
                        + " for record "
                        + seeker.id()
                        + ", and it is not certain whether it was. It may be one of these: "
                        + list(candidates)
                        + ". "
                        + code.mending();
        return new ProblemCause(
                code, code.action(), text, Map.of("candidates", bounded(candidates)), null);
    }

    private static ProblemCause ambiguous(
            Set<String> hubspotIds, Set<String> salesforceIds, String text) {
        ProblemCode code = ProblemCode.AMBIGUOUS_MATCH;
        return new ProblemCause(
                code,
                code.action(),
                text + " " + code.mending(),
                Map.of(
                        "hubspotIds", bounded(hubspotIds),
                        "salesforceIds", bounded(salesforceIds)),
                null);
    }

    private static List<String> bounded(Set<String> ids) {
        return new TreeSet<>(ids).stream().limit(ProblemCause.DETAILS_MAX).toList();
    }

    private static String list(Set<String> ids) {
        List<String> some = new TreeSet<>(ids).stream().limit(10).toList();
        return some.isEmpty()
                ? "none"
                : String.join(", ", some) + (ids.size() > some.size() ? ", …" : "");
    }
}
