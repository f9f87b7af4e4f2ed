package io.crosswalk.records;

import io.crosswalk.records.Link.State;
import io.crosswalk.rules.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links and their due set. Methods throw when storage fails; then nothing was acknowledged. */
public interface RecordStore {

    /**
     * Makes records due and keeps the hints. Durable when it returns; repeating it costs nothing
     * but a look.
     *
     * @param hints per record; an empty list means "look at the whole record"
     * @return the records as they are once marked
     */
    default Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints) {
        return mark(hints, Priority.EDIT);
    }

    /** Likewise; a record that is due already keeps the more urgent priority. */
    Map<RecordKey, Link> mark(Map<RecordKey, List<Noted>> hints, Priority priority);

    /** Those that exist, as they are now (consistent read). */
    Map<RecordKey, Link> load(Collection<RecordKey> keys);

    /**
     * Pairs a HubSpot record with a Salesforce record and makes the link due.
     *
     * @return false, and nothing changes, if either already has another partner
     */
    boolean link(String object, String hubspotId, String salesforceId);

    /**
     * Likewise for many; of those that name the same partner, the first gets it.
     *
     * @param salesforceIds by HubSpot id, in order
     * @return the HubSpot ids of those that are paired now
     */
    default Set<String> link(String object, Map<String, String> salesforceIds) {
        Set<String> linked = new HashSet<>();
        for (Map.Entry<String, String> pair : salesforceIds.entrySet()) {
            if (link(object, pair.getKey(), pair.getValue())) {
                linked.add(pair.getKey());
            }
        }
        return linked;
    }

    /**
     * The pair's record on one side was merged into another one, which takes its place: the new
     * pair is due for its first contact, as the bases say nothing of the winner.
     *
     * @param merged the side of the merge
     * @param hints of the loser in HubSpot, for the winner; empty for a merge in Salesforce
     * @return false, and nothing changes, if the pair is no pair any more, or the winner has a
     *     partner of its own
     */
    boolean move(Pair pair, Side merged, String winnerId, List<Noted> hints);

    /** Two records that belong together. */
    record Pair(String object, String hubspotId, String salesforceId) {}

    /**
     * Deletes everything that is stored of a record but its id and that it was forgotten: a hint of
     * that kind is all that loading it shows, and with whatever else is hinted of it later it is
     * due to be forgotten again. It cannot be linked any more. Its Salesforce record, if it had
     * one, is due, with the note that it has no partner ({@link MatchNotes#ANYBODY}).
     *
     * @return false, and nothing changes, if the link is not as it was loaded
     */
    boolean forget(Link link);

    /**
     * Dissolves the pair, keeps nothing but the HubSpot record's hints. A sync that is at it loses
     * its turn, because it would store bases of a pair that is none.
     */
    void unlink(String object, String hubspotId, String salesforceId);

    /**
     * Notes writes down before they are made, and takes the turns until {@code until}. The intents
     * replace those before them, so the bases that the links show are stored along: what a look
     * recognised as written must not be forgotten with the intent that told of it.
     *
     * @param intents per link and mapping id; each link once
     * @return by key the links whose turn was taken. Of a link that is missing somebody else took
     *     the turn, and nothing of it changed; or it had no room, and is due again without the
     *     hints of edits
     */
    Map<RecordKey, Taken> intend(Map<Link, Map<String, Intent>> intents, Instant until);

    /**
     * @param link with its next turn; marks and hints as they were loaded, because what came since
     *     has not been looked at
     * @param news the hints that came since
     */
    record Taken(Link link, List<Noted> news) {}

    /**
     * Moves the bases, drops the intents and the hints that the links show, but for those that are
     * kept, and ends their being due unless they were marked again meanwhile. A link whose hint of
     * a privacy deletion is not kept is forgotten no more, unless it was marked again.
     *
     * @return the keys that were acknowledged. Of a link that is missing somebody else took the
     *     turn, and nothing of it changed
     */
    Set<RecordKey> acknowledge(Map<Link, Acknowledgement> acknowledgements);

    /**
     * @param base what moves; other bases stay
     * @param findings replaces what the look before has left
     * @param keptIntents mapping ids whose intents stay, because it is unknown whether the write
     *     happened
     * @param keptHints hints of fields that are not settled
     * @param again when to look again; null when all is done
     * @param attempts how often in a row it could not be looked at or written; 0 when it could
     */
    record Acknowledgement(
            Map<String, Base> base,
            Findings findings,
            Set<String> keptIntents,
            Set<Noted> keptHints,
            @Nullable Instant again,
            int attempts) {

        /** Nothing is left to do. */
        public Acknowledgement(
                Map<String, Base> base,
                Findings findings,
                Set<String> keptIntents,
                Set<Noted> keptHints) {
            this(base, findings, keptIntents, keptHints, null, 0);
        }
    }

    /**
     * Records that are due at or before {@code now}, the most urgent first and then the oldest, at
     * most {@code limit} per shard. Those that are DUE since less than {@code after} are left to
     * the stream.
     */
    List<RecordKey> overdue(Instant now, Duration after, int limit);

    /**
     * Pushes out links that were not looked at: their hints stay, and it is no failed attempt. One
     * that was marked again, is in other hands by now, or is not due, stays as it is.
     */
    void defer(Map<Link, Instant> until);

    /**
     * How much is due, as an index shows it.
     *
     * @param max so far is counted
     */
    DueSummary due(int max);

    /**
     * @param counts per state; a state without records is absent
     * @param more whether there are more than were counted
     * @param oldest since when the oldest of those that were read has been due; null if nothing is
     */
    record DueSummary(Map<State, Integer> counts, boolean more, @Nullable Instant oldest) {}

    /** Marks again what is still due; a quiet link stays quiet. */
    void wake(Collection<RecordKey> keys);

    /**
     * Makes a link due and has the pair of values that could not be written tried again. The
     * mapping stays parked, with a pair that nothing equals, until a sync has written or settled
     * the field. A sync that is at the link now loses its turn, because it would park the old pair
     * again.
     *
     * @param mappingId null only makes it due
     * @return false, and nothing changes, if the link is not there
     */
    boolean retry(RecordKey link, @Nullable String mappingId);

    /**
     * Likewise for many links, which may be asked side by side. When it throws, any of them may
     * have been made due already; doing it again is harmless.
     *
     * @param links each may come more than once, and counts once
     * @return those that are there
     */
    default Set<RecordKey> retryAll(Collection<RecordKey> links, @Nullable String mappingId) {
        Set<RecordKey> there = new LinkedHashSet<>(links);
        there.removeIf(link -> !retry(link, mappingId));
        return there;
    }

    /**
     * An object's links in the order of storage, as an index shows them: what was written a moment
     * ago may be missing.
     *
     * @param limit at most 1,000
     * @param after {@link LinkPage#next()} of the page before; null to start
     */
    LinkPage links(String object, int limit, @Nullable String after);

    /**
     * @param next to pass for the next page; null on the last
     */
    record LinkPage(List<LinkSummary> items, @Nullable String next) {}

    /**
     * @param key the HubSpot record's
     * @param partnerId the Salesforce record's id
     * @param compared how many mapped fields the last look compared
     * @param differences per mapping id why the sides differ
     */
    record LinkSummary(
            RecordKey key, String partnerId, int compared, Map<String, Difference> differences) {}
}
