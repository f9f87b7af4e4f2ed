package io.crosswalk.bench;

/**
 * The most that was live on the heap while something ran: every other second the garbage is
 * collected, wherever the work is just then, and what is left is looked at.
 */
final class LiveHeap implements AutoCloseable {
    private static final long EVERY_MILLIS = 2_000;

    private final Thread thread = new Thread(this::look, "live-heap");
    private volatile long most = Resident.liveMegabytes();

    LiveHeap() {
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                most = Math.max(most, Resident.liveMegabytes());
            }
        } catch (InterruptedException e) {
            // Nobody wants to know any more.
            Thread.currentThread().interrupt();
        }
    }

    long mostMegabytes() {
        return Math.max(most, Resident.liveMegabytes());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
