package io.crosswalk.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** How many records this process has written to the CRMs since it was asked last. Thread-safe. */
@ApplicationScoped
public class WriteCounts {
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /**
     * @param written records of either CRM that took what was sent
     * @param failed records that were refused, are gone, or could not be reached; one that changed
     *     meanwhile, and is looked at again, is none of them
     */
    public record Counted(int written, int failed) {}

    void written() {
        written.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    /** Starts again at zero. */
    public Counted take() {
        return new Counted(written.getAndSet(0), failed.getAndSet(0));
    }
}
