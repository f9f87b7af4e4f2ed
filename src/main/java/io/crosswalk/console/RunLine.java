package io.crosswalk.console;

import io.crosswalk.api.PreviewView.MappingCounts;
import io.crosswalk.api.PreviewView.SideCounts;
import io.crosswalk.api.RunView;
import io.crosswalk.backfill.Run;
import io.crosswalk.backfill.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as its page shows it. */
public record RunLine(RunView run, MappingNames names) {

    /** Why so many entries are not taken back. */
    public record NotUndone(String label, long count) {}

    public boolean undo() {
        return run.kind() == Run.Kind.UNDO;
    }

    /** Whether it has writes of its own that can be taken back, all of them. */
    public boolean undoable() {
        return ended()
                && waiting() == 0
                && run.kind() == Run.Kind.BACKFILL
                && run.progress() != null
                && run.progress().written() > 0;
    }

    public String title() {
        return switch (run.kind()) {
            case BACKFILL -> "Bring values in step";
            case RESYNC -> "Look at every record";
            case UNDO -> "Take writes back";
        };
    }

    /** What it is about, in a line. */
    public String asked() {
        return new RunAsked(run.asked(), names).text();
    }

    public String stateLabel() {
        return Shown.word(run.state());
    }

    public String level() {
        return switch (run.state()) {
            case PREVIEWING, RUNNING -> "unknown";
            case PREVIEWED, PAUSED -> "warning";
            case DONE -> "ok";
            case CANCELLED -> "off";
            case FAILED -> "issue";
        };
    }

    public String stateText() {
        String text = run.message() == null ? plainText() : run.message();
        return waiting() == 0 ? text : text + " " + waitingText();
    }

    private String plainText() {
        return switch (run.state()) {
            case PREVIEWING -> "Records are being looked at. Nothing is written.";
            case PREVIEWED ->
                    undo()
                            ? "This is what would be taken back. Nothing was written yet."
                            : "This is what would be written. Nothing was written yet.";
            case RUNNING -> "Records are looked at, after the edits of people.";
            case PAUSED -> "No more records are taken.";
            case DONE -> "Every record was looked at.";
            case CANCELLED ->
                    run.started() == null
                            ? "It was ended before it ran, so it has written nothing."
                            : "It was ended." + (waiting() == 0 ? stays() : "");
            case FAILED -> "It cannot go on.";
        };
    }

    private String stays() {
        return " What was written stays" + (undoable() ? ", and can be undone." : ".");
    }

    private String waitingText() {
        String many =
                waiting() == 1
                        ? "1 record that it had taken is"
                        : Shown.grouped(waiting()) + " records that it had taken are";
        boolean backfill = ended() && run.kind() == Run.Kind.BACKFILL;
        return many
                + " still looked at, and may be written"
                + (backfill ? "; after that, what it wrote can be undone." : ".");
    }

    /** How many records a run that takes no more has taken, and are not looked at yet. */
    public long waiting() {
        boolean stopped = ended() || run.state() == RunState.PAUSED;
        return run.progress() == null || !stopped
                ? 0
                : Math.max(0, run.progress().marked() - run.progress().lookedAt());
    }

    /** How soon the page looks again; null where nothing moves by itself. */
    public @Nullable String again() {
        return switch (run.state()) {
            case PREVIEWING, RUNNING -> "1s";
            case PREVIEWED, PAUSED, DONE, CANCELLED, FAILED -> waiting() == 0 ? null : "3s";
        };
    }

    public boolean ended() {
        return switch (run.state()) {
            case DONE, CANCELLED, FAILED -> true;
            case PREVIEWING, PREVIEWED, RUNNING, PAUSED -> false;
        };
    }

    public String buttonLabel(String move) {
        return switch (move) {
            case "run" -> undo() ? "Take it back" : "Run";
            case "pause" -> "Pause";
            case "resume" -> "Resume";
            case "cancel" -> "Cancel the run";
            default -> move;
        };
    }

    public String buttonClass(String move) {
        return move.equals("run") || move.equals("resume") ? "primary" : "plain";
    }

    public long records() {
        return run.progress() == null ? run.preview().links() : run.progress().total();
    }

    public long hubspotCalls() {
        return run.preview().callsNeeded().hubspotReads()
                + run.preview().callsNeeded().hubspotWrites();
    }

    public long salesforceCalls() {
        return run.preview().callsNeeded().salesforceReads()
                + run.preview().callsNeeded().salesforceWrites();
    }

    /** Those that would write, or would be refused. */
    public List<MappingCounts> mappings() {
        return run.preview().mappings().stream().filter(RunLine::speaks).toList();
    }

    /** How many edits wait because of their mapping or field, and are not written by the run. */
    public long held() {
        return run.preview().mappings().stream().mapToLong(MappingCounts::held).sum();
    }

    /** How many others there are. */
    public int quiet() {
        return run.preview().mappings().size() - mappings().size();
    }

    private static boolean speaks(MappingCounts counts) {
        return sum(counts.hubspot()) + sum(counts.salesforce()) + counts.refused() > 0;
    }

    private static long sum(SideCounts side) {
        return side.fills() + side.overwrites() + side.clears();
    }

    /** {@code 12 filled, 3 overwritten}. */
    public String writes(SideCounts side) {
        List<String> parts = new ArrayList<>();
        add(parts, side.fills(), "filled");
        add(parts, side.overwrites(), "overwritten");
        add(parts, side.clears(), "cleared");
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Shown.grouped(count) + " " + what);
        }
    }

    public List<NotUndone> notUndone() {
        return run.progress() == null ? List.of() : notUndone(run.progress().notUndone());
    }

    public List<NotUndone> notUndoable() {
        return notUndone(run.preview().notUndone());
    }

    private static List<NotUndone> notUndone(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(it -> new NotUndone(reason(it.getKey()), it.getValue()))
                .toList();
    }

    private static String reason(String name) {
        return switch (name) {
            case "CHANGED_SINCE" -> "Changed since, so left";
            case "AS_IT_WAS" -> "As before already";
            case "RECORD_GONE" -> "Record is gone";
            case "HASHES_ONLY" -> "Value is not known";
            case "NOT_SYNCED" -> "Mapping does not sync";
            case "NOT_A_WRITE" -> "Was no write";
            case "ENTRY_GONE" -> "Journal entry is gone";
            default -> name;
        };
    }
}
