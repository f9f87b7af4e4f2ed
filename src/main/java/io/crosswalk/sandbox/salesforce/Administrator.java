package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a person does in Setup or on a record's page: change fields, merge, undelete, purge. */
final class Administrator {
    private final Org org;

    Administrator(Org org) {
        this.org = org;
    }

    /**
     * {@code object} and {@code field}, and any of {@code addValue}, {@code deactivateValue},
     * {@code renameValue: {from, to}}, {@code hidden}, {@code readOnly}, {@code length}, {@code
     * required}.
     */
    void changeField(ObjectNode body) {
        SObject type = org.store.table(Control.required(body, "object")).type();
        Field field = type.find(Control.required(body, "field"));
        if (field == null) {
            throw Refused.noField(body.path("field").asText(), type);
        }
        type.modifiedAt = org.clock.instant();
        if (body.has("addValue")) {
            String value = body.path("addValue").asText();
            field.choices().add(new Field.Choice(value, value, true));
        }
        if (body.has("deactivateValue")) {
            String value = body.path("deactivateValue").asText();
            replace(field, value, new Field.Choice(value, value, false));
        }
        if (body.has("renameValue")) {
            String to = body.path("renameValue").path("to").asText();
            String from = body.path("renameValue").path("from").asText();
            replace(field, from, new Field.Choice(to, to, true));
        }
        field.hiddenFromIntegration = body.path("hidden").asBoolean(field.hiddenFromIntegration);
        field.readOnlyForIntegration =
                body.path("readOnly").asBoolean(field.readOnlyForIntegration);
        field.length = body.path("length").asInt(field.length);
        field.nillable = !body.path("required").asBoolean(!field.nillable);
    }

    private static void replace(Field field, String value, Field.Choice by) {
        List<Field.Choice> choices = field.choices();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                choices.set(i, by);
                return;
            }
        }
        throw Refused.record("UNKNOWN_VALUE", field.name() + " has no value '" + value + "'");
    }

    /** {@code winner}, {@code loser}, and {@code values} that the winner takes over. */
    void merge(ObjectNode body) {
        Row winner = row(Control.required(body, "winner"));
        Row loser = row(Control.required(body, "loser"));
        if (winner.type() != loser.type() || winner.id().equals(loser.id())) {
            throw Refused.record("INVALID_CROSS_REFERENCE_KEY", "merge needs two of one type");
        }
        Transaction transaction = org.begin(Sessions.PERSON);
        transaction.mergeInto(loser, winner.id());
        transaction.update(
                winner, body.path("values") instanceof ObjectNode values ? values : Json.node());
        // What belonged to the loser belongs to the winner.
        Children.alive(org.store, loser)
                .forEach(row -> transaction.update(row, Json.node().put("AccountId", winner.id())));
        org.commit(transaction, "");
    }

    /** {@code ids}; an account comes back with what was deleted along with it. */
    void undelete(ObjectNode body) {
        Transaction transaction = org.begin(Sessions.PERSON);
        for (JsonNode id : body.path("ids")) {
            transaction.undelete(row(id.asText()));
        }
        org.commit(transaction, "");
    }

    /** {@code ids}: empties deleted records from the recycle bin. */
    void purge(ObjectNode body) {
        Transaction transaction = org.begin(Sessions.PERSON);
        for (JsonNode id : body.path("ids")) {
            transaction.purge(row(id.asText()));
        }
        org.commit(transaction, "");
    }

    private Row row(String id) {
        Row row = org.store.row(id);
        if (row == null) {
            throw new Refused(404, "NOT_FOUND", "No record " + id);
        }
        return row;
    }
}
