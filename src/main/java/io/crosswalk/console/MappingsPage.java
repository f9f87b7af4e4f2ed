package io.crosswalk.console;

import io.crosswalk.rules.SyncRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object's mappings as the page shows them.
 *
 * @param total how many there are, whatever the filter
 * @param found how many the filter lets pass
 * @param rows those of this page
 * @param watchOnly whether nothing is written to the CRMs
 * @param outages what keeps Crosswalk from looking through a CRM, of whatever object
 * @param lacking which scopes HubSpot's app lacks for the object; null if it is known to lack none
 * @param notice why labels, types and statuses are missing; null if they are not
 */
public record MappingsPage(
        ObjectView object,
        List<ObjectTab> tabs,
        MappingFilter filter,
        Counts counts,
        List<MappingRow> rows,
        Pages pages,
        boolean watchOnly,
        List<Outage> outages,
        @Nullable String lacking,
        @Nullable String notice) {
    /**
     * @param label HubSpot's plural
     * @param required whether its sync cannot be turned off
     */
    public record ObjectView(
            String name,
            String label,
            String hubspotType,
            String salesforceType,
            boolean enabled,
            boolean required) {}

    public record Counts(int total, int found, int custom, int warnings, int issues) {}

    /**
     * @param query the filter as it stands in the location, without the page; ends with {@code &}
     * @param unsorted the same without the order
     */
    public record Pages(int number, int last, int from, int to, String query, String unsorted) {
        static final int SIZE = 50;

        static Pages of(int wanted, int found, String query, String unsorted) {
            int last = Math.max(1, (found + SIZE - 1) / SIZE);
            int number = Math.min(Math.max(1, wanted), last);
            int from = (number - 1) * SIZE;
            return new Pages(number, last, from, Math.min(found, from + SIZE), query, unsorted);
        }

        public boolean several() {
            return last > 1;
        }

        public int first() {
            return from + 1;
        }

        public int before() {
            return number - 1;
        }

        public int next() {
            return number + 1;
        }
    }

    public List<MappingRow.Rule> rules() {
        return Stream.of(SyncRule.values()).map(MappingRow.Rule::of).toList();
    }

    public boolean filtered() {
        return !filter.isEmpty();
    }
}
