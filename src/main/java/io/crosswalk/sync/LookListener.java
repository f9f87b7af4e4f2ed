package io.crosswalk.sync;

import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Told of what becomes of links that are looked at; for metrics and logs. Must not throw. */
public interface LookListener {

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
