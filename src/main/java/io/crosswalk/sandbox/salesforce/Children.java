package io.crosswalk.sandbox.salesforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The contacts and opportunities of an account. They go into the recycle bin with it and come back
 * with it (Salesforce's SOAP API guide, {@code undelete()}; Salesforce Help on deleting accounts).
 * Other records have none here.
 */
final class Children {
    private static final List<String> TYPES = List.of("Contact", "Opportunity");

    private Children() {}

    static List<Row> alive(Store store, Row parent) {
        return all(store, parent, row -> !row.deleted());
    }

    /** Not those that had been deleted before. */
    static List<Row> deletedWith(Store store, Row parent) {
        return all(store, parent, row -> row.deleted() && parent.id().equals(row.deletedWith()));
    }

    private static List<Row> all(Store store, Row parent, Predicate<Row> wanted) {
        List<Row> children = new ArrayList<>();
        if (!parent.type().name().equals("Account")) {
            return children;
        }
        for (String type : TYPES) {
            for (Row row : store.table(type).since(Instant.EPOCH)) {
                if (Objects.equals(parent.id(), row.text("AccountId")) && wanted.test(row)) {
                    children.add(row);
                }
            }
        }
        return children;
    }
}
