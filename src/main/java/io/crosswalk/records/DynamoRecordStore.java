package io.crosswalk.records;

import static io.crosswalk.records.DynamoAttributes.number;
import static io.crosswalk.records.DynamoAttributes.text;
import static io.crosswalk.records.DynamoAttributes.time;

import io.crosswalk.records.Link.State;
import io.crosswalk.rules.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@link RecordStore} in DynamoDB; the item's shape is {@link DynamoLinkItem}'s. */
@ApplicationScoped
public class DynamoRecordStore implements RecordStore {
    private final DynamoBatches batches;
    private final DynamoLinkUpdates updates;
    private final DynamoMarks marks;
    private final DynamoLinkPages pages;
    private final DynamoDueSet dueSet;
    private final DynamoPairs pairs;
    private final DynamoForgetting forgetting;
    private final DynamoLinking linking;
    private final String table;

    public DynamoRecordStore(DynamoDbClient dynamo, StorageConfig config, Clock clock) {
        this.batches = new DynamoBatches(dynamo);
        this.table = config.recordsTable();
        DynamoConflicts conflicts = new DynamoConflicts(dynamo);
        this.updates = new DynamoLinkUpdates(conflicts);
        this.marks = new DynamoMarks(updates, batches, table, clock);
        this.pages = new DynamoLinkPages(dynamo, table);
        this.dueSet = new DynamoDueSet(dynamo, table);
        this.pairs = new DynamoPairs(conflicts, table, clock);
        this.forgetting = new DynamoForgetting(pairs, conflicts, table, clock);
        this.linking = new DynamoLinking(pairs, batches, table);
    }

    @Override
    public Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority) {
        List<Callable<Link>> calls = new ArrayList<>(hints.size());
        hints.forEach((key, noted) -> calls.add(() -> marks.mark(key, noted, priority)));
        Map<RecordKey, Link> marked = new HashMap<>();
        batches.all(calls).forEach(link -> marked.put(link.key(), link));
        return marked;
    }

    @Override
    public Map<RecordKey, Link> load(Collection<RecordKey> keys) {
        return batches.links(table, keys);
    }

    @Override
    public boolean link(String object, String hubspotId, String salesforceId) {
        return linking.link(object, hubspotId, salesforceId);
    }

    @Override
    public Set<String> link(String object, Map<String, String> salesforceIds) {
        return linking.link(object, salesforceIds);
    }

    @Override
    public void unlink(String object, String hubspotId, String salesforceId) {
        pairs.part(
                RecordKey.hubspot(object, hubspotId), RecordKey.salesforce(object, salesforceId));
    }

    @Override
    public boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints) {
        RecordKey hubspot = RecordKey.hubspot(pair.object(), pair.hubspotId());
        RecordKey salesforce = RecordKey.salesforce(pair.object(), pair.salesforceId());
        RecordKey winner = new RecordKey(pair.object(), merged, winnerId);
        return merged == Side.HUBSPOT
                ? pairs.toHubspotWinner(hubspot, winner, salesforce, hints)
                : pairs.toSalesforceWinner(hubspot, salesforce, winner);
    }

    @Override
    public boolean forget(Link link) {
        return forgetting.forget(link);
    }

    @Override
    public Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until) {
        List<Callable<Optional<Taken>>> calls = new ArrayList<>(intents.size());
        intents.forEach((link, its) -> calls.add(() -> intend(link, its, until)));
        Map<RecordKey, Taken> taken = new HashMap<>();
        batches.all(calls)
                .forEach(result -> result.ifPresent(one -> taken.put(one.link().key(), one)));
        return taken;
    }

    private Optional<Taken> intend(Link link, Map<String, Intent> intents, Instant until) {
        Map<String, String> names = new HashMap<>(Map.of("#state", DynamoLinkItem.STATE));
        Map<String, AttributeValue> values = new HashMap<>();
        String free = DynamoTurn.asSeen(link, names, values);
        values.put(":next", number(link.due().turn().number() + 1));
        values.put(":writing", text(State.WRITING.name()));
        values.put(":until", time(until));
        values.put(":intents", DynamoLinkItem.intents(intents));
        values.put(":bases", DynamoLinkItem.bases(link.base()));
        values.put(":shard", DynamoLinkItem.shard(link.key(), link.due().priority()));
        Link taken = link.withTurn(intents, until);
        String remembered = "";
        if (!taken.findings().writes().equals(link.findings().writes())) {
            values.put(
                    ":writes", DynamoLinkItem.texts(taken.findings().writes(), RecentWrites::text));
            remembered = ", " + DynamoLinkItem.WRITES + " = :writes";
        }
        try {
            Link now =
                    updates.updated(
                            UpdateItemRequest.builder()
                                    .tableName(table)
                                    .key(DynamoLinkItem.key(link.key()))
                                    .updateExpression(
                                            "SET #state = :writing, dueAt = :until, "
                                                    + DynamoMark.STAYING
                                                    + ", heldUntil = :until, turn = :next, intents = :intents,"
                                                    + " bases = :bases"
                                                    + remembered)
                                    .conditionExpression(free)
                                    .expressionAttributeNames(names)
                                    .expressionAttributeValues(values)
                                    .build());
            List<Noted> news = new ArrayList<>(now.due().hints());
            news.removeAll(link.due().hints());
            return Optional.of(new Taken(taken, List.copyOf(news)));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        } catch (DynamoDbException e) {
            if (DynamoMarks.tooLarge(e) && marks.makeRoom(link.key())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements) {
        Set<RecordKey> done = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> calls = new ArrayList<>(acknowledgements.size());
        acknowledgements.forEach(
                (link, its) -> calls.add(() -> acknowledge(link, its) && done.add(link.key())));
        batches.all(calls);
        return done;
    }

    private boolean acknowledge(Link link, Acknowledgement acknowledgement) {
        DynamoAcknowledgement update = new DynamoAcknowledgement(table, link, acknowledgement);
        if (updates.tried(update.unlessMarkedAgain())) {
            return true;
        }
        return updates.tried(update.leavingItDue());
    }

    @Override
    public List<RecordKey> overdue(Instant now, Duration after, int limit) {
        return dueSet.overdue(now, after, limit);
    }

    @Override
    public DueSummary due(int max) {
        return dueSet.summary(max);
    }

    @Override
    public void defer(Map<Link, Instant> until) {
        List<Callable<Boolean>> calls = new ArrayList<>(until.size());
        until.forEach((link, at) -> calls.add(() -> defer(link, at)));
        batches.all(calls);
    }

    private boolean defer(Link link, Instant at) {
        Map<String, String> names = new HashMap<>(Map.of("#state", DynamoLinkItem.STATE));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":waiting", text(State.WAITING.name()));
        values.put(":at", time(at));
        String asSeen =
                DynamoTurn.asSeen(link, names, values)
                        + " AND attribute_exists(#state) AND "
                        + DynamoMark.notSince(link, values);
        return updates.tried(
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(DynamoLinkItem.key(link.key()))
                        .updateExpression("SET #state = :waiting, dueAt = :at")
                        .conditionExpression(asSeen)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build());
    }

    @Override
    public void wake(Collection<RecordKey> keys) {
        List<Callable<Boolean>> calls = new ArrayList<>(keys.size());
        keys.forEach(key -> calls.add(() -> marks.wake(key)));
        batches.all(calls);
    }

    @Override
    public boolean retry(RecordKey link, @Nullable String mappingId) {
        return marks.retry(link, mappingId);
    }

    @Override
    public Set<RecordKey> retryAll(Collection<RecordKey> links, @Nullable String mappingId) {
        Map<RecordKey, Boolean> there = batches.each(links, link -> retry(link, mappingId));
        there.values().removeIf(is -> !is);
        return Set.copyOf(there.keySet());
    }

    @Override
    public LinkPage links(String object, int limit, @Nullable String after) {
        return pages.page(object, limit, after);
    }
}
