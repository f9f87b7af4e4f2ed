package io.crosswalk.mapping;

import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;

/**
 * One property, one field, one sync rule, on one object.
 *
 * @param id stable; letters, digits and hyphens. A standard mapping's is {@code
 *     <object>-<property>}
 * @param fill what happens at first contact of a link with this mapping
 * @param standard shipped, and then not deletable
 * @param version counts the saved versions, from 1; the journal names the one that decided
 */
public record Mapping(
        String id,
        String object,
        String hubspotProperty,
        String salesforceField,
        SyncRule syncRule,
        Fill fill,
        boolean standard,
        long version) {

    public Mapping with(SyncRule syncRule) {
        return new Mapping(
                id,
                object,
                hubspotProperty,
                salesforceField,
                syncRule,
                fill,
                standard,
                version + 1);
    }
}
