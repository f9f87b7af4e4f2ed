package io.crosswalk.sync;

import io.crosswalk.mapping.CompanyReference;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.mapping.PlannedField;
import io.crosswalk.records.Base;
import io.crosswalk.records.Difference;
import io.crosswalk.records.Fingerprint;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds company properties that are blank now, and were not when they were looked at last. */
final class ClearedCompanies {
    private final Fingerprints fingerprints;
    private final ArrivedWrites arrivedWrites;

    ClearedCompanies(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.arrivedWrites = new ArrivedWrites(fingerprints);
    }

    List<ClearedCompany> of(MappingPlan plan, List<Observation> all) {
        List<ClearedCompany> cleared = new ArrayList<>();
        for (PlannedField field : plan.references()) {
            for (Observation seen : all) {
                Value account = seen.salesforce(field);
                if (!account.isBlank()) {
                    ClearedCompany each =
                            new ClearedCompany(
                                    seen,
                                    field,
                                    RecordKey.salesforce(CompanyReference.COMPANY, account.text()));
                    if (wasTakenOff(each)) {
                        cleared.add(each);
                    }
                }
            }
        }
        return cleared;
    }

    /**
     * Where the two have not met, an event may tell of it; and where the blank was acknowledged,
     * while something else of the field was not, its event must not count as a person's.
     */
    private boolean wasTakenOff(ClearedCompany each) {
        Base base = base(each);
        Noted edit = each.seen().edit(each.field(), Side.HUBSPOT);
        boolean told =
                edit != null
                        && each.isCarriedOver()
                        && (base == null || blank(each).equals(edit.value()));
        return each.seen().shows(each.field())
                && each.seen().hubspot(each.field()).isBlank()
                && (told || wasSet(each, base));
    }

    /** By what was acknowledged; or by a write of ours that nobody knows of whether it arrived. */
    private boolean wasSet(ClearedCompany each, @Nullable Base base) {
        Intent begun = each.begun();
        return base != null && !blank(each).equals(base.hubspot())
                || !each.isCarriedOver()
                        && begun != null
                        && !blank(each).equals(begun.after().hubspot());
    }

    /**
     * Whether it still belongs to the account that was acknowledged, or that a write of ours was
     * begun for: somebody who has chosen another one since is to be told that it has no partner.
     */
    boolean isOfItsAccount(ClearedCompany each) {
        String id = each.field().mapping().id();
        Link link = each.seen().link();
        Base known = link.base().get(id);
        Intent begun = each.begun();
        Fingerprint account =
                fingerprints.of(
                        link.key(), id, Side.SALESFORCE, each.seen().salesforce(each.field()));
        return known != null && account.equals(known.salesforce())
                || begun != null && account.equals(begun.after().salesforce());
    }

    /**
     * Whether looks under another rule have left it as it was, because the company was deleted: now
     * that it is back, nobody has cleared it either.
     */
    boolean hasRested(ClearedCompany each) {
        Difference known =
                each.seen().link().findings().differences().get(each.field().mapping().id());
        return known != null && known.reason() == Difference.Reason.RULE_KEEPS;
    }

    /** By what could not be carried over, or else was acknowledged. */
    boolean isLastKnown(ClearedCompany each, String company) {
        String id = each.field().mapping().id();
        Link link = each.seen().link();
        Base last = link.parked().getOrDefault(id, base(each));
        return last != null && fingerprint(each, Value.of(company)).equals(last.hubspot());
    }

    /** What was acknowledged, or is by a write that nobody has acknowledged. */
    @Nullable Base base(ClearedCompany each) {
        Observation seen = each.seen();
        PlannedField field = each.field();
        Base now =
                fingerprints.base(
                        seen.link().key(),
                        field.mapping().id(),
                        seen.hubspot(field),
                        seen.salesforce(field));
        return arrivedWrites.base(seen, field, now);
    }

    Fingerprint blank(ClearedCompany each) {
        return fingerprint(each, Value.BLANK);
    }

    private Fingerprint fingerprint(ClearedCompany each, Value value) {
        String id = each.field().mapping().id();
        return fingerprints.of(each.seen().link().key(), id, Side.HUBSPOT, value);
    }
}
