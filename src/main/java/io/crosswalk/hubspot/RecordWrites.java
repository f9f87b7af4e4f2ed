package io.crosswalk.hubspot;

import io.crosswalk.records.CrmWrite;
import io.crosswalk.records.WriteOutcome;
import io.crosswalk.records.WriteOutcome.Rejected;
import io.crosswalk.records.WriteOutcome.RetryLater;
import io.crosswalk.records.WriteOutcome.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of which a part may have no property to be written to: first the primary
 * companies, then the properties of those for which that went well. So a write has one outcome.
 */
final class RecordWrites {
    private final BatchWrites properties;
    private final PrimaryCompanies companies;

    RecordWrites(BatchWrites properties, PrimaryCompanies companies) {
        this.properties = properties;
        this.companies = companies;
    }

    List<WriteOutcome> write(String type, List<CrmWrite> writes) {
        PrimaryCompany company = PrimaryCompany.of(type);
        return company == null
                        || writes.stream()
                                .noneMatch(w -> w.values().containsKey(company.property()))
                ? properties.write(type, writes)
                : write(company, writes);
    }

    private List<WriteOutcome> write(PrimaryCompany company, List<CrmWrite> writes) {
        WriteOutcome[] outcomes = new WriteOutcome[writes.size()];
        List<Integer> ofCompany = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (writes.get(i).values().containsKey(company.property())) {
                ofCompany.add(i);
            }
        }
        List<WriteOutcome> set =
                companies.write(company, ofCompany.stream().map(writes::get).toList());
        for (int k = 0; k < set.size(); k++) {
            outcomes[ofCompany.get(k)] = set.get(k);
        }
        List<Integer> rest = new ArrayList<>();
        List<CrmWrite> without = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            CrmWrite write = without(company, writes.get(i));
            boolean open = outcomes[i] == null || outcomes[i] instanceof Written;
            if (open && !write.values().isEmpty()) {
                rest.add(i);
                without.add(write);
            }
        }
        List<WriteOutcome> written = properties.write(company.type(), without);
        for (int k = 0; k < written.size(); k++) {
            int i = rest.get(k);
            outcomes[i] =
                    outcomes[i] instanceof Written associated
                            ? besides(associated, without.get(k), written.get(k))
                            : written.get(k);
        }
        return Arrays.asList(outcomes);
    }

    private static CrmWrite without(PrimaryCompany company, CrmWrite write) {
        Map<String, @Nullable String> values = new LinkedHashMap<>(write.values());
        values.remove(company.property());
        return new CrmWrite(write.id(), values, write.unmodifiedSince());
    }

    /**
     * Where the company was set already. A refusal blames the properties alone, and of a write that
     * never went out it is unknown as a whole whether it happened: the next look sees what did.
     */
    private static WriteOutcome besides(Written associated, CrmWrite write, WriteOutcome outcome) {
        if (outcome instanceof Written properties) {
            Map<String, @Nullable String> stored = new LinkedHashMap<>(properties.stored());
            stored.putAll(associated.stored());
            return new Written(properties.id(), stored);
        }
        if (outcome instanceof Rejected rejected && rejected.names().isEmpty()) {
            return new Rejected(
                    rejected.id(),
                    rejected.code(),
                    rejected.message(),
                    List.copyOf(write.values().keySet()));
        }
        if (outcome instanceof RetryLater later && !later.mayHaveHappened()) {
            return new RetryLater(
                    later.id(),
                    later.after(),
                    RetryLater.TIMEOUT,
                    later.message(),
                    later.isOfRecord() ? later.said() : null);
        }
        return outcome;
    }
}
