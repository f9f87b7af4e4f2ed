package io.crosswalk.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.quarkus.funqy.Funq;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Behind the HTTP API: REST API and console. Passes the request on to the HTTP server in the same
 * process and its answer back, so that one executable holds them and the other functions.
 */
public class ApiFunction {
    private static final Logger LOG = Logger.getLogger(ApiFunction.class);

    private final Loopback loopback;
    private final Duration timeout;
    private final Metrics metrics;

    /**
     * @param timeout shorter than the HTTP API's own 30 seconds, which answers nothing helpful
     */
    ApiFunction(
            Loopback loopback,
            @ConfigProperty(name = "crosswalk.api.timeout", defaultValue = "PT27S")
                    Duration timeout,
            Metrics metrics) {
        this.loopback = loopback;
        this.timeout = timeout;
        this.metrics = metrics;
    }

    @Funq("api")
    public APIGatewayV2HTTPResponse api(APIGatewayV2HTTPEvent event) {
        try {
            return HttpApiAnswer.of(loopback.send(HttpApiRequest.of(event), timeout));
        } catch (HttpTimeoutException e) {
            return ProblemAnswer.of(
                    RefusalCode.GATEWAY_TIMEOUT,
                    "There was no answer within "
                            + timeout.toSeconds()
                            + " seconds. What was asked for may still be done; look before you ask"
                            + " again.");
        } catch (IOException e) {
            LOG.errorf("The HTTP server in this process cannot be reached: %s", e);
            return ProblemAnswer.of(
                    RefusalCode.BAD_GATEWAY,
                    "The HTTP server behind the function cannot be reached. Try again.");
        } catch (Refusal refusal) {
            return ProblemAnswer.of(refusal);
        } finally {
            // Of the calls to the CRMs, if the request made some.
            metrics.put(Map.of());
        }
    }
}
