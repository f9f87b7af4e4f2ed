package io.crosswalk.sandbox.salesforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of an sObject. The mutable attributes are those that an administrator changes under
 * way; they change under the sandbox's lock only.
 */
final class Field {
    private final String name;
    private final String label;
    private final FieldType type;
    private final int slot;
    private final int precision;
    private final int scale;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    int length;
    boolean createable;
    boolean updateable;
    boolean nillable;
    boolean hiddenFromIntegration;
    boolean readOnlyForIntegration;

    /**
     * One value of a picklist.
     *
     * @param value what is stored; the label is for people
     */
    record Choice(String value, String label, boolean active) {}

    /**
     * @param line {@code Name type(length) flag attribute=value}, or {@code type(precision,scale)}
     *     for numbers
     * @param slot where a row keeps the value
     */
    Field(String line, int slot) {
        String[] words = line.trim().split("\\s+");
        name = words[0];
        String typeWord = words[1];
        int paren = typeWord.indexOf('(');
        type =
                FieldType.valueOf(
                        (paren < 0 ? typeWord : typeWord.substring(0, paren))
                                .toUpperCase(Locale.ROOT));
        int first = 0;
        int second = 0;
        if (paren >= 0) {
            String[] sizes = typeWord.substring(paren + 1, typeWord.length() - 1).split(",");
            first = Integer.parseInt(sizes[0]);
            second = sizes.length > 1 ? Integer.parseInt(sizes[1]) : 0;
        }
        length = type.isNumber() ? 0 : type.isId() ? 18 : type == FieldType.PICKLIST ? 255 : first;
        precision = type.isNumber() ? first : 0;
        scale = type.isNumber() ? second : 0;
        this.slot = slot;
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            attributes.put(
                    equals < 0 ? words[i] : words[i].substring(0, equals),
                    equals < 0 ? "" : words[i].substring(equals + 1));
        }
        label = attributes.getOrDefault("label", labelOf(name)).replace('_', ' ');
        boolean fixed =
                has("readonly")
                        || has("formula")
                        || has("auto")
                        || type == FieldType.ID
                        || type == FieldType.ADDRESS;
        createable = !fixed;
        updateable = !fixed && !has("noupdate");
        nillable = !has("required") && type != FieldType.BOOLEAN && type != FieldType.ID;
        readOnlyForIntegration = has("nopermission");
        String picklist = attribute("values");
        if (picklist != null) {
            Picklists.values(picklist).forEach(v -> choices.add(new Choice(v, v, true)));
        }
    }

    private static String labelOf(String name) {
        if (name.endsWith("__c")) {
            return name.substring(0, name.length() - "__c".length());
        }
        return name.replaceAll("Id$", "_ID").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    String name() {
        return name;
    }

    String label() {
        return label;
    }

    FieldType type() {
        return type;
    }

    int slot() {
        return slot;
    }

    int precision() {
        return precision;
    }

    int scale() {
        return scale;
    }

    List<Choice> choices() {
        return choices;
    }

    boolean has(String flag) {
        return attributes.containsKey(flag);
    }

    @Nullable String attribute(String key) {
        return attributes.get(key);
    }

    boolean custom() {
        return name.endsWith("__c");
    }

    boolean calculated() {
        return has("formula");
    }

    boolean restricted() {
        return has("restricted");
    }

    /** Whether rows hold a value of their own for it. */
    boolean stored() {
        return !calculated() && !has("compound") && type != FieldType.ADDRESS && !has("virtual");
    }

    boolean filterable() {
        return type != FieldType.ADDRESS
                && type != FieldType.ENCRYPTEDSTRING
                && !(type == FieldType.TEXTAREA && length > 255);
    }

    boolean sortable() {
        return filterable() && type != FieldType.MULTIPICKLIST;
    }

    boolean defaultedOnCreate() {
        return type == FieldType.BOOLEAN || type == FieldType.ID || has("defaulted") || has("auto");
    }

    /** The compound field that this is part of, such as {@code MailingAddress}. */
    @Nullable String compound() {
        return attribute("in");
    }

    /** Its name inside the compound: {@code Street} for {@code MailingStreet}. */
    String component() {
        String compound = compound();
        if (compound == null || !compound.endsWith("Address")) {
            return name;
        }
        return name.substring(compound.length() - "Address".length());
    }

    List<String> referenceTo() {
        String to = attribute("to");
        return to == null ? List.of() : List.of(to);
    }

    boolean writable(Actor actor, boolean create) {
        boolean open = create ? createable : updateable;
        return open && !(actor.isIntegration() && readOnlyForIntegration);
    }

    boolean visible(Actor actor) {
        return !(actor.isIntegration() && hiddenFromIntegration);
    }
}
