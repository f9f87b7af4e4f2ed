package io.crosswalk.simulation;

/**
 * The soak without Maven: {@code -Dseeds=N -Dfrom=K -Dthreads=T}, or {@code -Dseed=K} for the trace
 * of one. The exit code is 1 if an invariant is violated.
 */
final class SoakMain {
    private static final long SEEDS = 100_000;

    private SoakMain() {}

    public static void main(String[] arguments) {
        String failures = failures();
        System.out.print(failures);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    /** Empty if all went well; else shrunk schedules to read. */
    static String failures() {
        if (Long.getLong("seed") != null) {
            return Replay.asAsked(System.out);
        }
        Tally tally =
                Soak.run(
                        Long.getLong("from", 1),
                        Long.getLong("seeds", SEEDS),
                        Integer.getInteger("threads", Runtime.getRuntime().availableProcessors()),
                        System.out);
        return Shrinking.explain(tally.firstSeeds());
    }
}
