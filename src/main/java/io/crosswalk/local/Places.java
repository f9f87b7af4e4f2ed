package io.crosswalk.local;

import java.util.concurrent.Semaphore;

/** As Lambda's concurrency: so much at a time, and what is above it is refused at once. */
final class Places {
    private final Semaphore free;

    /**
     * @param max how much goes on at a time
     */
    Places(int max) {
        this.free = new Semaphore(max);
    }

    /** Runs the work where it is called; false, and nothing happened, if all places are taken. */
    boolean run(Runnable work) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            free.release();
        }
    }
}
