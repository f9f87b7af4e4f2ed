package io.crosswalk.console;

import io.crosswalk.api.EntryView;
import io.crosswalk.records.JournalEntry.Outcome;
import io.crosswalk.rules.SyncRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A journal entry as a page tells it. */
public record EntryLine(EntryView entry) {

    static @Nullable EntryLine of(@Nullable EntryView entry) {
        return entry == null ? null : new EntryLine(entry);
    }

    /** {@code conflict}, {@code rejected}, {@code failed}, {@code written}, {@code nothing}. */
    public String kind() {
        return switch (entry.outcome()) {
            case REFUSED, NOT_CONVERTIBLE -> "failed";
            case NOT_ARRIVED -> "unsure";
            case WRITTEN, TOLD ->
                    entry.note().equals("NONE")
                            ? entry.writes() == null ? "nothing" : "written"
                            : entry.note().toLowerCase(Locale.ROOT);
        };
    }

    public String kindLabel() {
        return switch (entry.outcome()) {
            case REFUSED -> "Refused";
            case NOT_CONVERTIBLE -> "Does not fit";
            case NOT_ARRIVED -> "Not arrived";
            case WRITTEN, TOLD ->
                    switch (entry.note()) {
                        case "CONFLICT" -> "Conflict";
                        case "REJECTED" -> "Edit rejected";
                        default -> entry.writes() == null ? "Nothing written" : "Written";
                    };
        };
    }

    /** The class of its chip. */
    public String level() {
        return switch (kind()) {
            case "failed" -> "issue";
            case "conflict", "rejected", "unsure" -> "warning";
            case "written" -> "ok";
            default -> "off";
        };
    }

    public String writesLabel() {
        String side = entry.writes();
        return side == null ? "" : label(side);
    }

    private static String label(String side) {
        return side.equals("HUBSPOT") ? "HubSpot" : "Salesforce";
    }

    public String ruleLabel() {
        String rule = entry.mapping().syncRule();
        for (SyncRule known : SyncRule.values()) {
            if (known.name().equals(rule)) {
                return known.label();
            }
        }
        return rule;
    }

    /** Whether it can be asked to be taken back. */
    public boolean undoable() {
        return entry.writes() != null && entry.outcome() == Outcome.WRITTEN;
    }

    /** The value that lost; null if none did. */
    public @Nullable String lost() {
        if (entry.note().equals("NONE") || entry.writes() == null) {
            return null;
        }
        return entry.writes().equals("HUBSPOT")
                ? entry.hubspot().value()
                : entry.salesforce().value();
    }

    /** For ids in the page. */
    public String key() {
        return entry.hubspotId() + "-" + entry.id().replaceAll("[^A-Za-z0-9]", "");
    }

    public String atQuery() {
        return Forms.encoded(entry.id());
    }
}
