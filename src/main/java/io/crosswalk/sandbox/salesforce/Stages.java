package io.crosswalk.sandbox.salesforce;

import io.crosswalk.sandbox.Choices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Salesforce itself sets when an opportunity's stage changes. */
final class Stages {
    private static final List<Integer> PROBABILITY =
            List.of(10, 10, 20, 50, 60, 70, 75, 90, 100, 0);
    private static final String PIPELINE = "Pipeline";

    private Stages() {}

    /**
     * @param keepProbability whether the caller wrote a probability of its own
     */
    static void follow(
            SObject type,
            @Nullable Row before,
            @Nullable Object[] values,
            boolean keepProbability,
            Instant now) {
        Field stageName = type.field("StageName");
        Object stage = values[stageName.slot()];
        if (before != null && Objects.equals(before.get(stageName), stage)) {
            return;
        }
        int at = stage == null ? -1 : Choices.STAGES.indexOf(stage.toString());
        boolean won = "Closed Won".equals(stage);
        boolean closed = won || "Closed Lost".equals(stage);
        values[type.field("IsWon").slot()] = won;
        values[type.field("IsClosed").slot()] = closed;
        values[type.field("LastStageChangeDate").slot()] = now;
        String forecast = won ? "Closed" : closed ? "Omitted" : at >= 7 ? "Commit" : PIPELINE;
        values[type.field("ForecastCategoryName").slot()] = forecast;
        values[type.field("ForecastCategory").slot()] =
                forecast.equals("Commit") ? "Forecast" : forecast;
        if (at >= 0 && !keepProbability) {
            values[type.field("Probability").slot()] = new BigDecimal(PROBABILITY.get(at));
        }
    }
}
