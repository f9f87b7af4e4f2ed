package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.crosswalk.hubspot.WebhookBatch;
import io.crosswalk.hubspot.WebhookEvents;
import io.crosswalk.hubspot.WebhookSignature;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.Arrivals;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.HintIntake;
import io.crosswalk.sync.Hinted;
import io.quarkus.funqy.Funq;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Behind the HTTP API: takes HubSpot's webhooks. Answers 2xx only when the hints are stored. */
public class HubspotWebhookFunction {
    private static final Logger LOG = Logger.getLogger(HubspotWebhookFunction.class);

    /** What infra/doctor says of its requests, one of which has to be refused. */
    private static final String DOCTOR = "x-crosswalk-doctor";

    private final WebhookSignature signature;
    private final WebhookEvents events;
    private final HintIntake hints;
    private final WebhookAnswers answers;
    private final Arrivals arrivals;
    private final Metrics metrics;
    private final Clock clock;

    HubspotWebhookFunction(
            WebhookSignature signature,
            WebhookEvents events,
            HintIntake hints,
            WebhookAnswers answers,
            Arrivals arrivals,
            Metrics metrics,
            Clock clock) {
        this.signature = signature;
        this.events = events;
        this.hints = hints;
        this.answers = answers;
        this.arrivals = arrivals;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Funq("hubspotWebhook")
    public APIGatewayV2HTTPResponse hubspotWebhook(APIGatewayV2HTTPEvent event) {
        WebhookRequest request = answers.request(event);
        try {
            return take(request);
        } catch (Refusal refusal) {
            if (!request.headers().containsKey(DOCTOR)) {
                count(refusal);
            }
            return ProblemAnswer.of(refusal);
        } catch (RuntimeException e) {
            LOG.error("A webhook could not be stored; HubSpot sends it again", e);
            return ProblemAnswer.of(
                    RefusalCode.UNAVAILABLE, "The events could not be stored. Send them again.");
        }
    }

    private void count(Refusal refusal) {
        arrivals.refused(Side.HUBSPOT, clock.instant(), refusal.code().name());
        if (refusal.code().status() == 401) {
            metrics.put(Map.of(Metric.SIGNATURE_FAILURES, 1));
        }
    }

    private APIGatewayV2HTTPResponse take(WebhookRequest request) {
        refuseUnlessSigned(request);
        WebhookBatch batch = events.parse(request.body());
        if (batch instanceof WebhookBatch.Refused refused) {
            throw new Refusal(
                    RefusalCode.valueOf("WEBHOOK_" + refused.code()), refused.message() + ".");
        }
        if (batch instanceof WebhookBatch.Accepted accepted) {
            List<Hinted> due = hints.accept(accepted.hints());
            due.forEach(
                    record -> ChangeLog.due(Side.HUBSPOT, record, told(accepted, record.key())));
            // What concerns nothing of ours, as the doctor's event, does not show that HubSpot's
            // webhooks arrive.
            if (!accepted.hints().isEmpty()) {
                arrivals.taken(Side.HUBSPOT, clock.instant());
                metrics.put(Map.of(Metric.HUBSPOT_HINTS_STORED, due.size()));
            }
            return answers.accepted(due.size(), accepted.ignored());
        }
        throw new AssertionError(batch);
    }

    private static List<String> told(WebhookBatch.Accepted webhook, RecordKey of) {
        return ObjectPairs.named(of.object())
                .map(object -> webhook.eventIds(object.hubspotType(), of.recordId()))
                .orElse(List.of());
    }

    private void refuseUnlessSigned(WebhookRequest request) {
        WebhookSignature.Result result =
                signature.check(
                        request.method(),
                        request.uri(),
                        request.headers()::get,
                        request.body(),
                        clock.instant());
        switch (result) {
            case OK -> {}
            case MISSING ->
                    throw new Refusal(
                            RefusalCode.SIGNATURE_MISSING,
                            "The request has no HubSpot signature of version 3"
                                    + " (X-HubSpot-Signature-v3, X-HubSpot-Request-Timestamp).");
            case STALE, FUTURE ->
                    throw new Refusal(
                            RefusalCode.SIGNATURE_STALE,
                            "The signature's time is more than five minutes away from now.");
            case MISMATCH ->
                    throw new Refusal(
                            RefusalCode.SIGNATURE_MISMATCH,
                            "The signature does not fit the request. Check that the webhook's URL"
                                    + " and the app's client secret are configured as in HubSpot.");
        }
    }
}
