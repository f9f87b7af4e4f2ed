package io.crosswalk.backfill;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 *
 *
 * <pre>
 *                           run             all looked at
 *   PREVIEWING ──► PREVIEWED ──► RUNNING ─────────────────► DONE
 *       │              │         │  ▲
 *       │              │  pause  ▼  │ resume
 *       │              │         PAUSED
 *       └──────────────┴─────────┴──┴──► CANCELLED   (cancel)
 *       any open state ────────────────► FAILED
 * </pre>
 */
public enum RunState {
    /** Going over the links, deciding, touching nothing. */
    PREVIEWING,
    /** Waits for a person. */
    PREVIEWED,
    /** Marking links due, page by page. */
    RUNNING,
    /** Marks nothing; what is marked is looked at. */
    PAUSED,
    /** Everything was marked, and looked at. */
    DONE,
    /** A person ended it, or nobody let it run in time. */
    CANCELLED,
    /** It cannot go on; its message says why. */
    FAILED;

    /** What a person can ask of a run. */
    public enum Move {
        RUN,
        PAUSE,
        RESUME,
        CANCEL
    }

    public boolean isOpen() {
        return switch (this) {
            case PREVIEWING, PREVIEWED, RUNNING, PAUSED -> true;
            case DONE, CANCELLED, FAILED -> false;
        };
    }

    /** Null if the move is not possible. */
    public @Nullable RunState after(Move move) {
        return switch (move) {
            case RUN -> this == PREVIEWED ? RUNNING : null;
            case PAUSE -> this == RUNNING ? PAUSED : null;
            case RESUME -> this == PAUSED ? RUNNING : null;
            case CANCEL -> isOpen() ? CANCELLED : null;
        };
    }

    public List<Move> possible() {
        return Stream.of(Move.values()).filter(move -> after(move) != null).toList();
    }
}
