package io.crosswalk.records;

import io.crosswalk.rules.Side;
import java.util.Collection;
import java.util.List;

/** Reading and writing records of one CRM in batches as large as it allows. */
public interface CrmRecords {
    Side side();

    /**
     * Reads current values; splits into as few calls as the CRM's limits allow.
     *
     * @param type the CRM's type name ({@link ObjectPair#hubspotType()}, {@link
     *     ObjectPair#salesforceType()})
     * @param ids each once
     * @param names properties or fields; unknown ones are left out of the answer
     */
    ReadOutcome read(String type, Collection<String> ids, Collection<String> names);

    /**
     * Writes; splits into as few calls as the CRM's limits allow. Never throws for what the CRM
     * answers: there is one outcome per write, in the same order, and one bad record never fails
     * the others.
     */
    List<WriteOutcome> write(String type, List<CrmWrite> writes);

    /**
     * Makes records; splits into as few calls as the CRM's limits allow. Never throws for what the
     * CRM answers: there is one outcome per record, in the same order, and one bad record never
     * fails the others.
     */
    List<CreateOutcome> create(String type, List<CrmCreate> creates);
}
