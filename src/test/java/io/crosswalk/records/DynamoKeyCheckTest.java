package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoKeyCheckTest {

    private static KeyCheck with(String key) throws Exception {
        return new DynamoKeyCheck(
                DynamoLocal.start(),
                DynamoLocal.config(false),
                new Fingerprints(key.getBytes(StandardCharsets.UTF_8)));
    }

    @BeforeEach
    @AfterEach
    void nobodyHasAsked() throws Exception {
        DynamoLocal.start()
                .deleteItem(
                        b ->
                                b.tableName(configuration())
                                        .key(
                                                Map.of(
                                                        "part", DynamoAttributes.text("storage"),
                                                        "name", DynamoAttributes.text("key"))));
    }

    private static String configuration() {
        return DynamoLocal.config(false).configurationTable();
    }

    @Test
    void sameKey_isTheOneThatTheBasesWereMadeWith() throws Exception {
        with("the first key that there was").verify();

        assertThatNoException().isThrownBy(() -> with("the first key that there was").verify());
    }

    @Test
    void anotherKey_isRefusedAndTheFirstOneStays() throws Exception {
        with("the first key that there was").verify();

        assertThatThrownBy(() -> with("another key, made by mistake").verify())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("storage secret");
        assertThatNoException().isThrownBy(() -> with("the first key that there was").verify());
    }
}
