package io.crosswalk.mapping;

import io.crosswalk.hubspot.HubspotProperty;
import io.crosswalk.salesforce.SalesforceField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a missing property or field may be called now: a hint for people, never acted upon. */
final class MappingHealthNames {
    private static final int HINTS_MAX = 3;

    private MappingHealthNames() {}

    static List<String> ofProperty(String missing, Collection<HubspotProperty> all) {
        List<String> alike = new ArrayList<>();
        for (HubspotProperty property : all) {
            if (alike(missing, property.name()) || alike(missing, property.label())) {
                alike.add(property.name());
            }
        }
        return alike.subList(0, Math.min(HINTS_MAX, alike.size()));
    }

    static List<String> ofField(String missing, Collection<SalesforceField> all) {
        List<String> alike = new ArrayList<>();
        for (SalesforceField field : all) {
            if (alike(missing, field.name()) || alike(missing, field.label())) {
                alike.add(field.name());
            }
        }
        return alike.subList(0, Math.min(HINTS_MAX, alike.size()));
    }

    /** The same letters and digits: {@code Tier__c}, {@code tier}, {@code Tier}. */
    private static boolean alike(String one, String other) {
        return plain(one).equals(plain(other)) && !plain(one).isEmpty();
    }

    private static String plain(String name) {
        String bare = name.endsWith("__c") ? name.substring(0, name.length() - 3) : name;
        return bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
