/**
 * What Crosswalk remembers: links, their bases, hints, intents and due times, the journal, and the
 * open problems.
 *
 * <p>Reading order: {@link io.crosswalk.records.ObjectPair}, {@link
 * io.crosswalk.records.RecordKey}, {@link io.crosswalk.records.Hint}, {@link
 * io.crosswalk.records.Link}, {@link io.crosswalk.records.RecordStore}, {@link
 * io.crosswalk.records.MatchNotes}, {@link io.crosswalk.records.Journal}, {@link
 * io.crosswalk.records.Problem}, {@link io.crosswalk.records.ProblemStore}; then the {@code
 * Dynamo…} classes. The plain values that both CRM clients speak ({@link
 * io.crosswalk.records.CrmRecords} and its records) stand here too, because the clients know
 * nothing of each other.
 *
 * <p>Invariant: a link's due mark is removed only by an acknowledgement that saw every mark, so an
 * edit that was hinted is looked at, or still due.
 *
 * <p>Access patterns. All by key or by a sparse index; there are no scans.
 *
 * <table>
 * <caption>Tables</caption>
 * <tr><th>table</th><th>key</th><th>what</th><th>accessed by</th></tr>
 * <tr><td>records</td><td>{@code key} = object/side/id</td><td>a link stands under its HubSpot record's
 *     key; its Salesforce record's key holds a pointer; a Salesforce record without a link has an item of
 *     its own</td><td>mark: UpdateItem; load: BatchGetItem; intend, acknowledge, defer: UpdateItem on
 *     condition of {@code turn}; link, part, merges, privacy deletion: TransactWriteItems; notes about
 *     partners and merges ({@code declined}, {@code waiting}, {@code merged}): UpdateItem, BatchGetItem;
 *     TTL {@code expiresAt} of what was forgotten</td></tr>
 * <tr><td>records, index {@code due}</td><td>{@code dueShard} = priority and number, {@code
 *     dueAt}</td><td>items that have something to look at</td><td>reconcile: Query per shard, the urgent
 *     ones' first, oldest first in each; API: Query, to count some</td></tr>
 * <tr><td>records, index {@code links}</td><td>{@code linkShard} = object and number, {@code key}</td>
 *     <td>linked records, with why their fields differ</td><td>backfills, drift: Query per shard, page
 *     by page</td></tr>
 * <tr><td>records, stream</td><td></td><td>new images with {@code state} = DUE</td><td>sync</td></tr>
 * <tr><td>journal</td><td>{@code key} = the link's, {@code at} = time and mapping</td><td>decisions;
 *     TTL {@code expiresAt}</td><td>sync: BatchWriteItem, BatchGetItem of what is undone; API: Query,
 *     newest first; privacy deletion: Query and BatchWriteItem, part by part</td></tr>
 * <tr><td>journal, index {@code mapping}</td><td>{@code mapping} = object/mapping id, {@code at}</td>
 *     <td>keys and note, across records</td><td>API, undo: Query, newest first, then BatchGetItem</td></tr>
 * <tr><td>journal, index {@code run}</td><td>{@code run} = run/shard, {@code at}</td><td>keys of what a
 *     run asked for; sparse</td><td>API, undo: Query per shard, newest first, merged; then
 *     BatchGetItem</td></tr>
 * <tr><td>journal, index {@code notable}</td><td>{@code notable} = object/shard, {@code notableAt} =
 *     time, mapping and link</td><td>keys of conflicts, rejected edits and failures, with note and
 *     outcome; sparse</td><td>API: Query per shard, newest first, merged; then BatchGetItem</td></tr>
 * <tr><td>problems</td><td>{@code subject} = the link's key, or the object for problems of mappings;
 *     {@code id}</td><td>what a person must act on; closed ones are deleted, as the journal keeps what
 *     happened and counts need no filter then</td><td>sync, reconcile: UpdateItem, BatchWriteItem by
 *     key; Query of one record, or of all mappings of an object</td></tr>
 * <tr><td>problems, index {@code newest}</td><td>{@code object}, {@code opened} = time and id</td><td>
 *     all problems</td><td>API: Query per object, newest first</td></tr>
 * <tr><td>problems, index {@code mapping}</td><td>{@code mapping} = object/mapping id, {@code
 *     opened}</td><td>problems of a mapping and of its records</td><td>API and reconcile: Query, newest
 *     first; counts for statuses</td></tr>
 * <tr><td>configuration</td><td>{@code part}, {@code name}</td><td>per object its
 *     settings and its mappings, of one version; earlier versions of mappings; cursors; drift figures
 *     and sweeps; audits; per mapping what the breaker counted; when events last arrived; one item
 *     {@code budget/calls} that all functions lease calls from; runs, which of them are open, their
 *     tallies; one item {@code storage/key} by which the key of the bases is known; per record without a
 *     partner ({@code awaited/…}) the values that wait for it</td>
 *     <td>GetItem, BatchGetItem, Query; TransactWriteItems, PutItem and UpdateItem on condition,
 *     BatchWriteItem</td></tr>
 * </table>
 */
@NullMarked
package io.crosswalk.records;

import org.jspecify.annotations.NullMarked;
