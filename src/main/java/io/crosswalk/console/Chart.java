package io.crosswalk.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bar of parts as a small picture, with the same said in words.
 *
 * @param parts from the left; a part that is nothing is left out
 * @param words what the picture shows, for those who do not see it
 */
public record Chart(List<Part> parts, String words) {
    /** The width of the picture's own coordinates. */
    static final double WIDTH = 1_000;

    /** Less is not to be seen. */
    private static final double WIDTH_MIN = 4;

    /**
     * @param x from the left, of {@link #WIDTH}
     * @param tone the class that colours it
     */
    public record Part(String label, long value, double x, double width, String tone) {}

    /** A part before its place is known. */
    record Slice(String label, long value, String tone) {}

    /**
     * @param whole what the full width stands for; at least as much as the parts are together
     */
    static Chart of(long whole, List<Slice> slices) {
        long sum = slices.stream().mapToLong(Slice::value).sum();
        double scale = WIDTH / Math.max(1, Math.max(whole, sum));
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Slice slice : slices) {
            if (slice.value() > 0) {
                double width = Math.max(WIDTH_MIN, slice.value() * scale);
                double left = Math.min(x, WIDTH - width);
                parts.add(new Part(slice.label(), slice.value(), left, width, slice.tone()));
                x = left + width;
            }
        }
        String words =
                slices.stream()
                        .filter(slice -> slice.value() > 0)
                        .map(slice -> slice.label() + ": " + Shown.grouped(slice.value()))
                        .collect(Collectors.joining(", "));
        return new Chart(
                parts,
                (words.isEmpty() ? "Nothing" : words)
                        + (whole > sum ? " of " + Shown.grouped(whole) : ""));
    }
}
