package io.crosswalk.bench;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.records.Base;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Fingerprints;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.rules.Value;
import io.crosswalk.salesforce.SalesforceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As many contacts in both CRMs as are asked for, linked and in step. A record is made when it is
 * read, and only what was changed is kept: a million of them need no memory.
 */
final class GeneratedContacts {
    private static final long FIRST_ID = 100_000_000;

    /** A property that syncs both ways. */
    static final String PROPERTY = "property0";

    static final String FIELD = "Field0__c";

    final int size;
    final List<Mapping> mappings = new ArrayList<>();
    private final Instant made;
    private final Map<Side, Map<Integer, Map<String, String>>> values =
            Map.of(
                    Side.HUBSPOT, new ConcurrentHashMap<>(),
                    Side.SALESFORCE, new ConcurrentHashMap<>());
    private final Map<Side, Map<Integer, Instant>> modified =
            Map.of(
                    Side.HUBSPOT, new ConcurrentHashMap<>(),
                    Side.SALESFORCE, new ConcurrentHashMap<>());

    /**
     * @param made when the first of them was written last; the others in the seconds after it
     */
    GeneratedContacts(int size, int mappings, Instant made) {
        this.size = size;
        this.made = made;
        for (int i = 0; i < mappings; i++) {
            SyncRule rule = i == 0 ? SyncRule.TWO_WAY : Cells.rule(i * 37 % 100);
            this.mappings.add(
                    new Mapping(
                            "contact-m" + i,
                            "contact",
                            "property" + i,
                            "Field" + i + "__c",
                            rule,
                            Fill.NONE,
                            false,
                            1));
        }
    }

    static String hubspotId(int contact) {
        return Long.toString(FIRST_ID + contact);
    }

    static String salesforceId(int contact) {
        return SalesforceId.canonical("003%012d".formatted(contact));
    }

    static RecordKey key(int contact) {
        return RecordKey.hubspot("contact", hubspotId(contact));
    }

    static int number(Side side, String id) {
        return side == Side.HUBSPOT
                ? (int) (Long.parseLong(id) - FIRST_ID)
                : Integer.parseInt(id.substring(3, 15));
    }

    private static String id(Side side, int contact) {
        return side == Side.HUBSPOT ? hubspotId(contact) : salesforceId(contact);
    }

    /** Of a contact that nobody has changed, as a first look leaves them. */
    Map<String, Base> bases(int contact, Fingerprints fingerprints) {
        Map<String, Base> bases = new HashMap<>();
        for (Mapping mapping : mappings) {
            Value value = Value.of(original(mapping.hubspotProperty(), contact));
            bases.put(mapping.id(), fingerprints.base(key(contact), mapping.id(), value, value));
        }
        return bases;
    }

    void put(Side side, int contact, Map<String, String> changes, Instant at) {
        values.get(side).merge(contact, new HashMap<>(changes), GeneratedContacts::merged);
        modified.get(side).put(contact, at);
    }

    private static Map<String, String> merged(Map<String, String> old, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(old);
        all.putAll(more);
        return all;
    }

    CrmRecord record(Side side, int contact, Collection<String> names) {
        Map<String, String> changed = values.get(side).getOrDefault(contact, Map.of());
        Map<String, String> wire = new HashMap<>();
        for (String name : names) {
            String value = changed.get(name);
            wire.put(name, value == null ? original(name, contact) : value);
        }
        String id = id(side, contact);
        return new CrmRecord(id, id, wire, modifiedAt(side, contact));
    }

    private static String original(String name, int contact) {
        if (name.equals("salesforcecontactid")) {
            return salesforceId(contact);
        }
        boolean mapped = name.startsWith("property") || name.startsWith("Field");
        // Both sides say the same: the number of the property is the number of the field.
        return mapped ? "value " + name.replaceAll("\\D", "") + " of " + contact : "";
    }

    /** When the last of those that nobody changed was written. */
    Instant lastOriginal(Side side) {
        return original(side, size - 1);
    }

    /** A thousand a second, as a mass import writes them. */
    private Instant modifiedAt(Side side, int contact) {
        Instant changed = modified.get(side).get(contact);
        return changed == null ? original(side, contact) : changed;
    }

    private Instant original(Side side, int contact) {
        return side == Side.HUBSPOT ? made.plusMillis(contact) : made.plusSeconds(contact / 1_000);
    }

    /** Numbers of those that were modified at or after a time, oldest first. */
    List<Integer> modifiedSince(Side side, Instant since, int skip, int limit) {
        List<Integer> found = new ArrayList<>();
        int left = skip;
        for (int i = firstSince(side, since); i < size && found.size() < limit; i++) {
            if (!modified.get(side).containsKey(i) && --left < 0) {
                found.add(i);
            }
        }
        if (found.size() < limit) {
            modified.get(side).entrySet().stream()
                    .filter(e -> !e.getValue().isBefore(since))
                    .sorted(
                            Map.Entry.<Integer, Instant>comparingByValue()
                                    .thenComparing(
                                            Map.Entry.comparingByKey(Comparator.naturalOrder())))
                    .skip(Math.max(0, left))
                    .limit(limit - found.size())
                    .forEach(e -> found.add(e.getKey()));
        }
        return found;
    }

    private int firstSince(Side side, Instant since) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (original(side, middle).isBefore(since)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
