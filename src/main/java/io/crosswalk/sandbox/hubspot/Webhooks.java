package io.crosswalk.sandbox.hubspot;

import io.crosswalk.sandbox.SandboxChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns changes into the events that the app is subscribed to. */
final class Webhooks {
    private static final Set<String> NEVER =
            Set.of("hs_lastmodifieddate", "lastmodifieddate", "num_unique_conversion_events");

    private final HubspotSettings settings;
    private final WebhookQueue queue;
    private long lastEventId = 100_000;
    private Consumer<SandboxChange> listener = change -> {};

    Webhooks(HubspotSettings settings, WebhookQueue queue) {
        this.settings = settings;
        this.queue = queue;
    }

    /** Told of every change, subscribed to or not; must not wait. */
    void listener(Consumer<SandboxChange> listener) {
        this.listener = listener;
    }

    private void tell(
            ObjectType type,
            long id,
            SandboxChange.Kind kind,
            @Nullable Property property,
            @Nullable String value,
            Source source,
            long at) {
        listener.accept(
                new SandboxChange(
                        "hubspot",
                        type.plural,
                        Long.toString(id),
                        kind,
                        property == null ? null : property.name,
                        value,
                        by(source),
                        Instant.ofEpochMilli(at)));
    }

    private SandboxChange.By by(Source source) {
        if (source.type().equals("CRM_UI")) {
            return SandboxChange.By.PERSON;
        }
        return source.id().equals(Long.toString(settings.app().appId()))
                ? SandboxChange.By.APP
                : SandboxChange.By.OTHER;
    }

    void changed(
            ObjectType type,
            long id,
            Property property,
            @Nullable String value,
            Source source,
            long at) {
        if (!NEVER.contains(property.name)) {
            tell(type, id, SandboxChange.Kind.CHANGED, property, value, source, at);
        }
        Set<String> subscribed = settings.webhooks().properties();
        if (!NEVER.contains(property.name)
                && (subscribed.isEmpty()
                        || subscribed.contains(type.singular + "." + property.name))) {
            put("propertyChange", type, id, property, wire(property, value), source, at);
        }
    }

    void created(ObjectType type, long id, Source source, long at) {
        tell(type, id, SandboxChange.Kind.CREATED, null, null, source, at);
        put("creation", type, id, null, "", source, at);
    }

    void deleted(ObjectType type, long id, Source source, long at) {
        tell(type, id, SandboxChange.Kind.DELETED, null, null, source, at);
        put("deletion", type, id, null, "", source, at);
    }

    void restored(ObjectType type, long id, Source source, long at) {
        tell(type, id, SandboxChange.Kind.RESTORED, null, null, source, at);
        put("restore", type, id, null, "", source, at);
    }

    void privacyDeleted(ObjectType type, long id, Source source, long at) {
        put("privacyDeletion", type, id, null, "", source, at);
    }

    /**
     * @param made what the two have become: the primary one, or a record that is new
     */
    void merged(
            ObjectType type,
            long primary,
            long loser,
            long made,
            int moved,
            Source source,
            long at) {
        tell(type, made, SandboxChange.Kind.MERGED, null, null, source, at);
        WebhookEvent.Merge merge = new WebhookEvent.Merge(loser, made, moved);
        put("merge", type, primary, null, "", source, at, merge, null);
    }

    /**
     * With a company. A primary association is told of besides the plain one, and each of the two
     * records is told of the other.
     */
    void associated(
            ObjectType type,
            long id,
            long companyId,
            boolean primary,
            boolean removed,
            Source source,
            long at) {
        ObjectType company = ObjectType.COMPANIES;
        associated(
                type,
                id,
                new WebhookEvent.Association(company, companyId, primary, removed),
                source,
                at);
        associated(
                company,
                companyId,
                new WebhookEvent.Association(type, id, primary, removed),
                source,
                at);
    }

    /** One end of an association. */
    void associated(
            ObjectType type,
            long id,
            WebhookEvent.Association association,
            Source source,
            long at) {
        put("associationChange", type, id, null, "", source, at, null, association);
    }

    private void put(
            String kind,
            ObjectType type,
            long id,
            @Nullable Property property,
            String value,
            Source source,
            long at) {
        put(kind, type, id, property, value, source, at, null, null);
    }

    private void put(
            String kind,
            ObjectType type,
            long id,
            @Nullable Property property,
            String value,
            Source source,
            long at,
            WebhookEvent.@Nullable Merge merge,
            WebhookEvent.@Nullable Association association) {
        if (!settings.webhooks().target().isEmpty()) {
            queue.add(
                    new WebhookEvent(
                            ++lastEventId,
                            kind,
                            type,
                            id,
                            property,
                            value,
                            source,
                            at,
                            merge,
                            association));
        }
    }

    private static String wire(Property property, @Nullable String value) {
        if (value == null) {
            return "";
        }
        try {
            return property.type().startsWith("date")
                    ? Long.toString(PropertyValues.millis(value))
                    : value;
        } catch (DateTimeException notADate) {
            return value;
        }
    }
}
