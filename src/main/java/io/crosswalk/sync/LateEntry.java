package io.crosswalk.sync;

import io.crosswalk.rules.Decision;

/**
 * Something to be journalled that was done by an earlier look: its write overwrote an edit that
 * nobody had seen, and the edit has lost by the rule.
 */
record LateEntry(UnseenEdit edit, Decision decision) {}
