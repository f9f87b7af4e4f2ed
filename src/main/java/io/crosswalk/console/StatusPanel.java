package io.crosswalk.console;

import io.crosswalk.records.ProblemStore;
import java.util.List;

/**
 * What stands against a mapping, on which records, and what mends it.
 *
 * @param findings what the CRMs' metadata and the mass-change breaker say
 * @param records open problems of its records, the newest
 * @param recordCount how many problems of records there are, counted to 1,000
 */
public record StatusPanel(
        String object,
        String id,
        String property,
        String field,
        MappingRow.Status status,
        List<Finding> findings,
        List<OfRecord> records,
        int recordCount) {

    /**
     * @param level {@code warning} or {@code issue}
     * @param mend which button mends it: {@code refresh}, {@code edit}, {@code release}, or {@code
     *     check} where a person has to do something in a CRM first
     * @param doing what mends it, in a few words
     */
    public record Finding(String code, String level, String text, String mend, String doing) {}

    /**
     * @param mend which button mends it: {@code refresh} or {@code edit}, or {@code check} where
     *     only trying again tells
     * @param hubspotId empty for a record without a link
     */
    public record OfRecord(
            String problemId,
            String code,
            String level,
            String text,
            String mend,
            String hubspotId,
            String salesforceId,
            Ago since) {}

    /** {@code 1,000+ problems of its records}. */
    public String heading() {
        if (recordCount == 1) {
            return "1 problem of its records";
        }
        String more = recordCount >= ProblemStore.COUNT_MAX ? "+" : "";
        return Shown.grouped(recordCount) + more + " problems of its records";
    }

    public boolean moreRecords() {
        return recordCount > records.size();
    }
}
