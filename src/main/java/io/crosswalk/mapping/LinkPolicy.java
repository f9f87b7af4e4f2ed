package io.crosswalk.mapping;

import org.jspecify.annotations.Nullable;

/** What an object's settings say of records without a partner. */
public record LinkPolicy(Matching matching, Creation create) {
    /** Of every object that nobody has set otherwise. */
    public static final LinkPolicy SHIPPED = new LinkPolicy(Matching.ID_THEN_FIELDS, Creation.OFF);

    /**
     * @param matching null leaves it
     * @param create null leaves it
     */
    public LinkPolicy with(@Nullable Matching matching, @Nullable Creation create) {
        return new LinkPolicy(
                matching == null ? this.matching : matching, create == null ? this.create : create);
    }
}
