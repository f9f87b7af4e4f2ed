/**
 * HubSpot's CRM as it looks over HTTP: objects, properties, owners, OAuth, limits, errors,
 * webhooks.
 *
 * <p>Knows HubSpot's documents and what its users report. Read {@link
 * io.crosswalk.sandbox.hubspot.HubspotSandbox}, {@code RestApi}, {@code ObjectsApi}, {@code
 * RecordWriter}, {@code Webhooks}. Only the two classes whose names end in {@code Bean} or {@code
 * Sender} know Quarkus.
 *
 * <p>Invariant: the same calls at the same times give the same answers; time and chance come in by
 * the constructor.
 */
@NullMarked
package io.crosswalk.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
