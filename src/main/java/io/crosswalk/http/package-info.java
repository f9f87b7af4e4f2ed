/**
 * One call over HTTP, whoever answers: how a request looks, how long its answer is waited for, and
 * one login for all who want one at the same time.
 *
 * <p>Reading order: {@link io.crosswalk.http.Requests}, {@link io.crosswalk.http.Exchange}, {@link
 * io.crosswalk.http.NoAnswer}, {@link io.crosswalk.http.SharedLogin}, {@link
 * io.crosswalk.http.RetryAfter}. Paths, limits and what an answer means are known where the calls
 * are made: in {@code hubspot} and {@code salesforce}.
 *
 * <p>Invariant: every call ends within its time, with a whole answer or with {@link
 * io.crosswalk.http.NoAnswer}, and nothing in here repeats one.
 */
@NullMarked
package io.crosswalk.http;

import org.jspecify.annotations.NullMarked;
