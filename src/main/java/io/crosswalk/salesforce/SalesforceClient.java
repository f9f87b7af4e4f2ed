package io.crosswalk.salesforce;

import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.CrmRecords;
import io.crosswalk.records.CrmWrite;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's REST API, as far as Crosswalk needs it. Calls about many records answer per record;
 * the others throw {@link io.crosswalk.records.CrmUnavailable}.
 */
public interface SalesforceClient extends CrmRecords {

    /** Guarded writes that fit into one call ({@link CrmWrite#unmodifiedSince()}). */
    int GUARDED_MAX = 25;

    /**
     * Whether a write of these values can be guarded: in the call that guards, a text such as
     * {@code @{r0.id}} is no text but a reference to what the call has answered so far, and has the
     * write refused.
     */
    static boolean canBeGuarded(Collection<@Nullable String> values) {
        return values.stream().noneMatch(value -> value != null && value.contains("@{"));
    }

    /** Every field that the integration user can see; one that is hidden from it is absent. */
    List<SalesforceField> fields(String type);

    /** Makes the next {@link #fields} ask Salesforce: describes are kept for minutes. */
    void forgetMetadata();

    /**
     * Records whose SystemModstamp is at or after {@code since}, oldest first, deleted ones
     * included; one page.
     *
     * @param afterId with equal stamps continue after this id; null to start
     * @param limit at most 2000
     */
    List<Modified> modifiedSince(
            String type,
            Instant since,
            @Nullable String afterId,
            Collection<String> fields,
            int limit);

    /**
     * @param record its {@code modifiedAt} is SystemModstamp, one-second grain
     * @param masterId the merge's winner when this record lost a merge
     */
    record Modified(CrmRecord record, boolean deleted, @Nullable String masterId) {}

    /**
     * Records where {@code field} equals one of the values; for matching.
     *
     * @param values bound by escaping, never pasted; split over calls as the URI limit demands
     */
    List<CrmRecord> findBy(
            String type, String field, Collection<String> values, Collection<String> fields);

    /**
     * Records whose {@code field} contains one of the values, whatever the case.
     *
     * @param values bound by escaping; at least {@link #CONTAINED_LENGTH_MIN} characters each,
     *     shorter ones are not looked for
     */
    List<CrmRecord> findContaining(
            String type, String field, Collection<String> values, Collection<String> fields);

    /** What is shorter is in too many texts. */
    int CONTAINED_LENGTH_MIN = 4;

    /**
     * What became of records that cannot be read: those that are in the recycle bin, with their
     * masters. One that was emptied from it, or never was, is absent.
     */
    List<Modified> fates(String type, Collection<String> ids);

    /** Active colleagues, for owners; not who only has an account of a portal or of Chatter. */
    List<User> users();

    /**
     * @param email lower case
     */
    record User(String id, @Nullable String email, boolean active, @Nullable String name) {
        /** Of whom no name is known. */
        public User(String id, @Nullable String email, boolean active) {
            this(id, email, active, null);
        }
    }
}
