/**
 * The console: pages for people, over the same services as the API, and nothing that the API cannot
 * do.
 *
 * <p>Reading order: {@link io.crosswalk.console.ShellResource} (the document that every path under
 * {@code /console} answers, without data), {@code ConsoleHeaders} (what browsers may do with it),
 * {@link io.crosswalk.console.MappingsPages} (a page: fragments of HTML under {@code /pages}, which
 * the shell's script asks for with the user's token), then the others called {@code …Pages}; the
 * views that their templates show are public records. Templates: {@code resources/templates},
 * scripts and style: {@code resources/console}.
 *
 * <p>Invariant: what comes from a CRM reaches a page only through a template, which escapes it;
 * refusals are the API's own problem+json, and the script shows them as text.
 */
@NullMarked
package io.crosswalk.console;

import org.jspecify.annotations.NullMarked;
