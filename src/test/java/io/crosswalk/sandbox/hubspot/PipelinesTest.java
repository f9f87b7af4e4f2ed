package io.crosswalk.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswalk.sandbox.hubspot.Portal.Answer;
import org.junit.jupiter.api.Test;

class PipelinesTest {
    private static final String PIPELINES = "/crm/v3/pipelines/deals";
    private static final String DEALS = "/crm/v3/objects/deals/";

    private final Portal portal = new Portal();

    private JsonNode renewals() {
        Answer made =
                portal.post(
                        PIPELINES,
                        "{'label':'Renewals','displayOrder':1,'stages':["
                                + "{'label':'Due','metadata':{'probability':'0.5'}},"
                                + "{'label':'Closed Won','metadata':{'probability':'1.0'}}]}");
        assertThat(made.status()).isEqualTo(201);
        return made.json();
    }

    private static String stage(JsonNode pipeline, int index) {
        return pipeline.path("stages").path(index).path("id").asText();
    }

    @Test
    void definitionsOfStageAndPipeline_nameNoOptions() {
        for (String name : new String[] {"dealstage", "pipeline", "deal_currency_code"}) {
            JsonNode property = portal.get("/crm/v3/properties/deals/" + name).json();
            assertThat(property.path("externalOptions").asBoolean()).as(name).isTrue();
            assertThat(property.path("options").size()).as(name).isZero();
        }
    }

    @Test
    void pipelines_haveStagesWithProbabilities() {
        JsonNode pipeline = portal.get(PIPELINES).json().path("results").path(0);
        assertThat(pipeline.path("id").asText()).isEqualTo("default");
        assertThat(pipeline.path("label").asText()).isEqualTo("Sales Pipeline");
        assertThat(pipeline.path("archived").asBoolean(true)).isFalse();
        JsonNode stage = pipeline.path("stages").path(0);
        assertThat(stage.path("id").asText()).isEqualTo("appointmentscheduled");
        assertThat(stage.path("label").asText()).isEqualTo("Appointment Scheduled");
        assertThat(stage.path("metadata").path("probability").asText()).isEqualTo("0.2");
        assertThat(stage.path("metadata").path("isClosed").asText()).isEqualTo("false");
        assertThat(portal.get(PIPELINES + "/default").json()).isEqualTo(pipeline);
        assertThat(portal.get(PIPELINES + "/other").status()).isEqualTo(404);
    }

    @Test
    void dealWithAStageAlone_isInTheDefaultPipeline() {
        String id = portal.create("deals", "{'dealstage':'qualifiedtobuy'}");
        assertThat(portal.get(DEALS + id + "?properties=pipeline").property("pipeline").asText())
                .isEqualTo("default");
    }

    @Test
    void stageThatIsNone_isRefusedWithThoseThatAre() {
        Answer answer = portal.post(DEALS, "{'properties':{'dealstage':'Prospecting'}}");
        assertThat(answer.status()).isEqualTo(400);
        JsonNode refused = answer.details().path(0);
        assertThat(refused.path("error").asText()).isEqualTo("INVALID_OPTION");
        assertThat(refused.path("name").asText()).isEqualTo("dealstage");
        assertThat(refused.path("message").asText())
                .startsWith(
                        "Prospecting is not a valid pipeline stage ID. Valid options are:"
                                + " pipelineId=default : [appointmentscheduled, ");
    }

    @Test
    void stageOfAnotherPipeline_isTakenWithThatPipelineAlone() {
        JsonNode renewals = renewals();
        String id = portal.create("deals", "{'dealstage':'qualifiedtobuy'}");
        String won = "'dealstage':'" + stage(renewals, 1) + "'";

        Answer alone = portal.patch(DEALS + id, "{'properties':{" + won + "}}");
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.details().path(0).path("name").asText()).isEqualTo("dealstage");

        String pipeline = "'pipeline':'" + renewals.path("id").asText() + "'";
        Answer moved = portal.patch(DEALS + id, "{'properties':{" + won + "," + pipeline + "}}");
        assertThat(moved.status()).isEqualTo(200);
    }

    @Test
    void pipelineThatIsNone_isRefused() {
        Answer answer = portal.post(DEALS, "{'properties':{'pipeline':'none'}}");
        assertThat(answer.details().path(0).path("name").asText()).isEqualTo("pipeline");
    }
}
