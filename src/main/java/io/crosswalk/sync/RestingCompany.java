package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * A record belongs to an account whose partner was deleted in HubSpot, which has taken that off the
 * record there. Until the account has a partner that is there again, the two count as in step.
 *
 * @param account waits for a partner
 * @param company was deleted
 * @param isKnown whether the company's own look has found that; else that is still to come
 * @param arrived whether our write that nobody acknowledged was there before; null if there is none
 */
record RestingCompany(
        RecordKey account, RecordKey company, boolean isKnown, @Nullable Boolean arrived) {}
