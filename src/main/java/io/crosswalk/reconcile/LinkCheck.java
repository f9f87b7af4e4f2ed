package io.crosswalk.reconcile;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.RecordKey;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads links' records without anybody having told of a change. */
interface LinkCheck {

    /**
     * @param links one object's, a page of them
     * @return those that sync is to look at; null if they could not all be read now
     */
    @Nullable Set<RecordKey> worthALook(ObjectPair object, Collection<RecordKey> links);
}
