package io.crosswalk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A webhook that was given up on goes on in here; those sent again must not pile up behind it. */
class PlacesTest {
    private final List<String> ran = new ArrayList<>();

    @Test
    void allPlacesAreTaken_theNextIsRefusedAtOnce() {
        Places places = new Places(2);

        places.run(
                () ->
                        places.run(
                                () -> {
                                    ran.add("second");
                                    assertThat(places.run(() -> ran.add("third"))).isFalse();
                                }));

        assertThat(ran).containsExactly("second");
    }

    @Test
    void workEnds_itsPlaceIsFree() {
        Places places = new Places(1);

        assertThat(places.run(() -> ran.add("first"))).isTrue();
        assertThat(places.run(() -> ran.add("second"))).isTrue();

        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void workFails_itsPlaceIsFree() {
        Places places = new Places(1);

        assertThatThrownBy(
                        () ->
                                places.run(
                                        () -> {
                                            throw new IllegalStateException("storage is away");
                                        }))
                .hasMessage("storage is away");

        assertThat(places.run(() -> ran.add("next"))).isTrue();
    }
}
