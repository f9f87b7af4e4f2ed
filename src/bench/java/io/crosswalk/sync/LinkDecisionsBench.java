package io.crosswalk.sync;

import io.crosswalk.bench.SampleLinks;
import io.crosswalk.mapping.MappingPlan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All fields of one link on the whole way that sync takes from what the CRMs answered to what is to
 * be done: canonical forms, fingerprints of both sides, base, times, evaluator, conversion.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class LinkDecisionsBench {
    @Param({"50", "500"})
    public int mappings;

    @Param({"0", "1", "50", "100"})
    public int changedPercent;

    private MappingPlan plan;
    private Observation[] seen;
    private LinkDecisions decisions;
    private int next;

    @Setup
    public void prepare() {
        SampleLinks links = new SampleLinks(mappings, changedPercent);
        plan = links.plan();
        seen = new Observation[SampleLinks.LINKS];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = Observation.of(links.link(i), links.hubspot(i), links.salesforce(i));
        }
        decisions =
                new LinkDecisions(
                        links.fingerprints(), new Quarantine(12, java.time.Duration.ofHours(6)));
    }

    /** Another link each time: what was hashed for one is of no use for the next. */
    @Benchmark
    public List<?> linkDecisions() {
        next = (next + 1) % seen.length;
        return decisions.decide(plan, seen[next], true, Instant.EPOCH);
    }
}
