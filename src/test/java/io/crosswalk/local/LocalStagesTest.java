package io.crosswalk.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.sandbox.Choices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LocalStagesTest {
    private static final String KEY = "%dev,test.crosswalk.local.deal-stages.";

    @Test
    void pairs_areThoseThatTheSimulatedDealsWereMadeBy() throws IOException {
        Properties properties = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        Path.of("src/main/resources/application.properties"),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> pairs = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(KEY)) {
                pairs.put(name.substring(KEY.length()), properties.getProperty(name));
            }
        }
        Map<String, String> made = new HashMap<>();
        Choices.DEAL_STAGES.forEach(pair -> made.put(pair.getKey(), pair.getValue()));
        assertThat(pairs).isEqualTo(made);
        assertThat(Choices.STAGES).hasSize(pairs.size()).containsAll(pairs.values());
    }
}
