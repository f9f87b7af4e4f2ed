package io.crosswalk.console;

import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An option of a select.
 *
 * @param value what is sent; "" for all
 */
public record Choice(String value, String label, boolean chosen) {

    /** All objects, after one for all of them together. */
    static List<Choice> objects(@Nullable String chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All", false)));
        choices.addAll(eachObject(chosen));
        return choices;
    }

    static List<Choice> eachObject(@Nullable String chosen) {
        return ObjectPairs.all().stream()
                .map(ObjectPair::name)
                .map(
                        name ->
                                new Choice(
                                        name,
                                        ObjectTab.label(ObjectPairs.named(name).orElseThrow()),
                                        name.equals(chosen)))
                .toList();
    }

    /** The constants of an enum, after one for all of them together. */
    static <E extends Enum<E>> List<Choice> of(E[] constants, @Nullable String chosen) {
        return of(constants, chosen, Shown::word);
    }

    static <E extends Enum<E>> List<Choice> of(
            E[] constants, @Nullable String chosen, Function<E, String> label) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All", false)));
        Arrays.stream(constants)
                .map(it -> new Choice(it.name(), label.apply(it), it.name().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }
}
