package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Told of what becomes of links that are looked at; for metrics and logs. Must not throw. */
public interface LookListener {

    /** There were no calls left for it (docs/budgets.md). */
    String NO_CALLS = "NO_CALLS";

    /** Its object does not sync. */
    String OBJECT_OFF = "OBJECT_OFF";

    /** Somebody else was at it, or what it depends on is not there yet. */
    String ANOTHER_LOOK = "ANOTHER_LOOK";

    LookListener NONE =
            new LookListener() {
                @Override
                public void taken(int links) {}

                @Override
                public void written(@Nullable Duration lag) {}

                @Override
                public void failed() {}

                @Override
                public void looked(Look look) {}

                @Override
                public void made(RecordKey link, String salesforceId, Side side) {}
            };

    /**
     * The looks at due links of one object, taken up together, are over.
     *
     * @param links those that there were calls for
     */
    void taken(int links);

    /**
     * A record of either CRM took what was sent.
     *
     * @param lag since the oldest change that it carries over; null where it carries none, or one
     *     that had waited for a person
     */
    void written(@Nullable Duration lag);

    /**
     * A record was refused, is gone, or could not be reached. One that changed meanwhile, and is
     * looked at again, is none of them.
     */
    void failed();

    /**
     * A due record was put off before anything was written: its hints stay.
     *
     * @param partnerId the other side's record; null where it has none
     * @param why the CRM's code for its failure, or {@link #NO_CALLS}, {@link #OBJECT_OFF}, {@link
     *     #ANOTHER_LOOK}
     */
    default void putOff(RecordKey record, @Nullable String partnerId, String why) {}

    /** Two linked records were looked at, and what was to be written was sent. */
    void looked(Look look);

    /**
     * A missing record was made.
     *
     * @param link of it and of the record that it was made for
     * @param side where it was made
     */
    void made(RecordKey link, String salesforceId, Side side);
}
