package io.crosswalk.console;

import io.crosswalk.api.EntryView;
import io.crosswalk.api.LinksResource.LinkView;
import io.crosswalk.api.Page;
import io.crosswalk.api.RecordView;
import io.crosswalk.api.RecordView.FieldState;
import io.crosswalk.api.RecordView.Presence;
import io.crosswalk.api.RecordView.PresenceView;
import io.crosswalk.api.RecordView.RecordFieldView;
import io.crosswalk.records.ProblemSeverity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as its page shows it.
 *
 * @param fields those that are shown, what differs first
 * @param show {@code all}, {@code differs} or {@code step}
 * @param entries of its journal, newest first
 * @param older to pass for the next part of the journal; null on the last
 * @param newest whether these are the newest entries
 */
public record RecordPage(
        RecordView record,
        List<FieldRow> fields,
        String show,
        List<EntryLine> entries,
        @Nullable String older,
        boolean newest) {

    /**
     * A field with what stands behind its values.
     *
     * @param unreadHubspot what stands in place of the property's value; null where that was read
     * @param unreadSalesforce likewise of the field
     */
    public record FieldRow(
            RecordFieldView field,
            @Nullable EntryLine last,
            @Nullable String unreadHubspot,
            @Nullable String unreadSalesforce) {

        static FieldRow of(RecordFieldView field, RecordView record) {
            return new FieldRow(
                    field,
                    EntryLine.of(field.last()),
                    unread(field, record.hubspot(), field.hubspot()),
                    unread(field, record.salesforce(), field.salesforce()));
        }

        /** What nobody has read is not blank. */
        private static @Nullable String unread(
                RecordFieldView field, PresenceView side, @Nullable String value) {
            if (field.state() == FieldState.NOT_SYNCED) {
                return "not read";
            }
            return switch (side.state()) {
                case READ ->
                        field.state() == FieldState.NOT_VISIBLE && value == null
                                ? "not known"
                                : null;
                case GONE -> "record is gone";
                case NO_PARTNER -> "no record";
                case NOT_READ -> "not read";
            };
        }

        public String level() {
            return switch (field.state()) {
                case IN_STEP -> "ok";
                case DIFFERS -> explained() ? "warning" : "issue";
                case NOT_VISIBLE -> "issue";
                case NOT_SYNCED -> "off";
                case UNKNOWN -> "unknown";
            };
        }

        public String label() {
            return switch (field.state()) {
                case IN_STEP -> "In step";
                case DIFFERS -> "Differs";
                case NOT_SYNCED -> "Not synced";
                case NOT_VISIBLE -> "Not visible";
                case UNKNOWN -> "Not known";
            };
        }

        private boolean explained() {
            return field.reason() == null || field.reason().explained();
        }

        public boolean differs() {
            return field.state() == FieldState.DIFFERS;
        }

        public boolean undoable() {
            return last != null && last.undoable();
        }
    }

    static RecordPage of(
            RecordView record, @Nullable String show, Page<EntryView> entries, boolean newest) {
        String shown = "differs".equals(show) || "step".equals(show) ? show : "all";
        List<FieldRow> rows =
                record.fields().stream()
                        .filter(field -> isShown(field, shown))
                        .map(field -> FieldRow.of(field, record))
                        .sorted(Comparator.comparing(row -> !row.differs()))
                        .toList();
        return new RecordPage(
                record,
                rows,
                shown,
                entries.items().stream().map(EntryLine::new).toList(),
                entries.next() == null ? null : Forms.encoded(entries.next()),
                newest);
    }

    private static boolean isShown(RecordFieldView field, String show) {
        return switch (show) {
            case "differs" -> field.state() == FieldState.DIFFERS;
            case "step" -> field.state() == FieldState.IN_STEP;
            default -> true;
        };
    }

    public String objectLabel() {
        return switch (record.object()) {
            case "contact" -> "Contact";
            case "company" -> "Company";
            case "deal" -> "Deal";
            default -> record.object();
        };
    }

    public String title() {
        String name = record.name();
        return name == null ? objectLabel() + " without a name" : name;
    }

    /** Where it stands in the product: for links. */
    public String path() {
        return record.object()
                + "/"
                + (record.hubspotId() == null ? record.salesforceId() : record.hubspotId());
    }

    /** Whether these entries are all that the journal has of it. */
    public boolean wholeJournal() {
        return newest && older == null;
    }

    public int compared() {
        return record.inStep() + record.differing();
    }

    /** Whether it may have been deleted in HubSpot for good, without a word of it. */
    public boolean forgettable() {
        return record.hubspotId() != null
                && record.hubspot().state() == Presence.GONE
                && (record.link() != null || !entries.isEmpty());
    }

    public boolean bothRead() {
        return isRead(record.hubspot()) && isRead(record.salesforce());
    }

    private static boolean isRead(PresenceView side) {
        return side.state() == Presence.READ;
    }

    /** What is left to do, in a few words. */
    public String dueLabel() {
        LinkView link = record.link();
        if (link == null) {
            return "Nothing is stored of it";
        }
        return switch (link.state()) {
            case QUIET -> quietLabel();
            case DUE -> "Due: looked at next";
            case WRITING -> "Being written";
            case WAITING -> "Tried again later";
        };
    }

    private String quietLabel() {
        int problems = record.problems().size();
        if (problems > 0) {
            return "Waits for you: " + (problems == 1 ? "1 problem" : problems + " problems");
        }
        return record.differing() > 0 ? "Looked at" : "Nothing left to do";
    }

    private String quietLevel() {
        if (record.problems().isEmpty()) {
            return "ok";
        }
        boolean issue =
                record.problems().stream().anyMatch(it -> it.severity() == ProblemSeverity.ISSUE);
        return issue ? "issue" : "warning";
    }

    public String dueLevel() {
        LinkView link = record.link();
        return link == null
                ? "off"
                : switch (link.state()) {
                    case QUIET -> quietLevel();
                    case DUE, WRITING -> "unknown";
                    case WAITING -> "warning";
                };
    }

    public @Nullable Instant dueSince() {
        LinkView link = record.link();
        return link == null ? null : link.dueSince();
    }

    /** Whether the page looks again by itself: something is under way. */
    public boolean moving() {
        LinkView link = record.link();
        return link != null
                && switch (link.state()) {
                    case QUIET, WAITING -> false;
                    case DUE, WRITING -> true;
                };
    }
}
