package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.SandboxChange;
import io.crosswalk.sandbox.SandboxChange.By;
import io.crosswalk.sandbox.SandboxChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record's change as one told change per field. */
final class ToldChanges {
    private static final Set<String> STAMPS =
            Set.of(
                    "Id",
                    "CreatedDate",
                    "CreatedById",
                    "LastModifiedDate",
                    "LastModifiedById",
                    "SystemModstamp");

    private ToldChanges() {}

    static List<SandboxChange> of(Change change, Actor actor, Instant at) {
        Row row = change.row();
        List<SandboxChange> told = new ArrayList<>();
        Kind kind =
                switch (change.kind()) {
                    case CREATE -> Kind.CREATED;
                    case UPDATE -> Kind.CHANGED;
                    case DELETE, PURGE -> Kind.DELETED;
                    case UNDELETE -> Kind.RESTORED;
                };
        if (kind != Kind.CHANGED) {
            told.add(told(row, kind, null, actor, at));
        }
        if (kind == Kind.CHANGED || kind == Kind.CREATED) {
            for (Field field : row.type().fields()) {
                if (differs(change, field)) {
                    told.add(told(row, Kind.CHANGED, field, actor, at));
                }
            }
        }
        return told;
    }

    private static boolean differs(Change change, Field field) {
        if (!field.stored() || STAMPS.contains(field.name())) {
            return false;
        }
        Object before = change.before() == null ? null : change.before().get(field);
        return !Objects.equals(before, change.row().get(field));
    }

    private static SandboxChange told(
            Row row, Kind kind, @Nullable Field field, Actor actor, Instant at) {
        return new SandboxChange(
                "salesforce",
                row.type().name(),
                row.id(),
                kind,
                field == null ? null : field.name(),
                field == null ? null : text(RowJson.scalar(row.get(field), field.type())),
                by(actor),
                at);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }

    private static By by(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> By.PERSON;
            case INTEGRATION -> By.APP;
            case OTHER_API -> By.OTHER;
        };
    }
}
