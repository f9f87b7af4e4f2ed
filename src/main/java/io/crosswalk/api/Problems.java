package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.records.CrmUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Every error of the API, as problem+json. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final AllowedMethods methods;

    Problems(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return Problem.answer(refusal);
    }

    @ServerExceptionMapper
    Response unavailable(CrmUnavailable unavailable) {
        // What is wrong as such would be refused again, however often a program tries.
        return Problem.answer(
                unavailable.isRefused() ? RefusalCode.CRM_REFUSED : RefusalCode.UNAVAILABLE,
                unavailable.getMessage());
    }

    /** Of the storage, and of whatever else of AWS a request needs. */
    @ServerExceptionMapper
    Response aws(SdkException e) {
        if (!isAway(e)) {
            return failed(e);
        }
        LOG.warnf("A request to the API met storage that is away: %s", e.getMessage());
        return Problem.answer(
                RefusalCode.UNAVAILABLE,
                "The storage cannot be reached now, or takes no more calls. Look whether a change was"
                        + " made, and try again.");
    }

    /** Whether trying again can help: no answer came, or one that says so. */
    private static boolean isAway(SdkException e) {
        return e instanceof SdkServiceException service
                ? service.isThrottlingException() || service.statusCode() >= 500
                : e instanceof SdkClientException;
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, ContainerRequestContext request) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404, 405 -> notThere(status, request);
            case 406 ->
                    Problem.answer(
                            RefusalCode.NOT_ACCEPTABLE,
                            "Nothing that 'Accept' allows can be answered here. Allow"
                                    + " application/json.");
            case 413 -> Problem.answer(Bodies.tooLarge());
            case 415 ->
                    Problem.answer(
                            RefusalCode.UNSUPPORTED_MEDIA_TYPE,
                            "Send the body as application/json; documents also as application/yaml or"
                                    + " text/csv.");
            case 400 -> Problem.answer(RefusalCode.BODY_MALFORMED, "The body cannot be read.");
            default -> e.getResponse();
        };
    }

    /** 404 may mean that the path is there, and has other methods. */
    private Response notThere(int status, ContainerRequestContext request) {
        Set<String> allowed = methods.of(request.getUriInfo().getRequestUri().getRawPath());
        if (status == 404 && (allowed.isEmpty() || allowed.contains(request.getMethod()))) {
            return Problem.answer(RefusalCode.NOT_FOUND, "There is nothing at this path.");
        }
        Response answer =
                Problem.answer(RefusalCode.METHOD_NOT_ALLOWED, "This path has no such method.");
        return allowed.isEmpty()
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                        .build();
    }

    @ServerExceptionMapper
    Response failed(Exception e) {
        LOG.error("A request to the API failed", e);
        return Problem.answer(
                RefusalCode.INTERNAL_ERROR,
                "The request failed on our side and changed nothing that it answered for. Try again;"
                        + " the log says more.");
    }
}
