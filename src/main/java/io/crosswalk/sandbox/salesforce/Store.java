package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.SalesforceIds;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The org's types and records. */
final class Store {
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private long nextNumber = Ids.FIRST_NEW;

    Store() {
        FieldCatalog.types()
                .forEach(type -> tables.put(type.name().toLowerCase(Locale.ROOT), new Table(type)));
    }

    Iterable<Table> tables() {
        return tables.values();
    }

    @Nullable Table find(String typeName) {
        return tables.get(typeName.toLowerCase(Locale.ROOT));
    }

    /** The table of a type that the caller names in a path. */
    Table table(String typeName) {
        Table table = find(typeName);
        if (table == null) {
            throw new Refused(404, "NOT_FOUND", "The requested resource does not exist");
        }
        return table;
    }

    /** The table that an id's first three characters point to. */
    @Nullable Table tableOfId(String id) {
        for (Table table : tables.values()) {
            if (id.startsWith(table.type().keyPrefix())) {
                return table;
            }
        }
        return null;
    }

    @Nullable Row row(@Nullable String id) {
        Table table = id == null ? null : tableOfId(id);
        return table == null || id == null ? null : table.find(id);
    }

    void put(Row row) {
        table(row.type().name()).put(row);
    }

    String newId(SObject type) {
        Table table = table(type.name());
        while (true) {
            String id = SalesforceIds.id(type.keyPrefix(), nextNumber++);
            if (table.find(id) == null) {
                return id;
            }
        }
    }

    /** For auto numbers. */
    long number() {
        return nextNumber;
    }
}
