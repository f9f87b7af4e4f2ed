package io.crosswalk.records;

import io.crosswalk.rules.Side;

/**
 * A decided write, noted down before the CRM is called, so that after a crash our own write is
 * recognised.
 *
 * @param side the side that is written
 * @param after the base once the write is acknowledged
 * @param journalAt the key of the journal entry that tells of it
 */
public record Intent(Side side, Base after, String journalAt) {}
