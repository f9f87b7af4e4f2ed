package io.crosswalk.simulation;

/** What a run injects, as the summary names it. */
enum Fault {
    CRASH,
    READ_FAILED,
    WRITE_BUSY,
    WRITE_TIMED_OUT_BUT_DONE,
    WRITE_TIMED_OUT,
    ONE_RECORD_LOCKED,
    THROTTLED,
    CLOCK_OFF,
    EVENT_LOST,
    EVENT_TWICE,
    EVENT_OUT_OF_ORDER,
    ANSWERED_TOO_LATE,
    DEFINITION_CHANGED,
    SOMETHING_DURING_A_CALL,
    MAPPING_PAUSED,
    SET_BACK
}
