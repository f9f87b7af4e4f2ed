package io.crosswalk.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the promises of {@link DriftStore}. */
public final class InMemoryDriftStore implements DriftStore {
    private final Map<String, DriftFigure> figures = new HashMap<>();
    private final Map<String, Sweep> sweeps = new HashMap<>();

    @Override
    public Optional<DriftFigure> figure(String object) {
        return Optional.ofNullable(figures.get(object));
    }

    @Override
    public void publish(String object, DriftFigure figure) {
        figures.put(object, figure);
    }

    @Override
    public Sweep sweep(String object) {
        return sweeps.getOrDefault(object, Sweep.NONE);
    }

    @Override
    public boolean save(String object, Sweep next) {
        if (sweep(object).step() != next.step() - 1) {
            return false;
        }
        sweeps.put(object, next);
        return true;
    }
}
