package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswalk.records.CrmUnavailable;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Programs can tell what helps: trying again, or asking for something else. */
class ProblemsTest {
    private final Problems problems = new Problems(new AllowedMethods(new ObjectMapper()));

    private static String code(Response answer) {
        assertThat(answer.getEntity()).isInstanceOf(Problem.class);
        Problem problem = (Problem) answer.getEntity();
        assertThat(answer.getStatus()).isEqualTo(problem.status());
        return problem.code();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ProvisionedThroughputExceededException, UNAVAILABLE",
        "400, ThrottlingException, UNAVAILABLE",
        "500, InternalServerError, UNAVAILABLE",
        "503, ServiceUnavailable, UNAVAILABLE",
        "400, ValidationException, INTERNAL_ERROR",
        "400, AccessDeniedException, INTERNAL_ERROR",
    })
    void storage_isAwayWhereTryingAgainCanHelp(int status, String error, String code) {
        AwsErrorDetails details = AwsErrorDetails.builder().errorCode(error).build();

        Response answer =
                problems.aws(
                        AwsServiceException.builder()
                                .awsErrorDetails(details)
                                .statusCode(status)
                                .build());

        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void storageWithoutAnswer_isAway() {
        assertThat(code(problems.aws(SdkClientException.create("Unable to connect"))))
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void whatACrmWouldRefuseAgain_isNotToldAsAway() {
        CrmUnavailable refused = CrmUnavailable.refused("VALIDATION_ERROR", "HubSpot answers 400");
        CrmUnavailable away = new CrmUnavailable("TIMEOUT", "No answer", Duration.ZERO);

        assertThat(code(problems.unavailable(refused))).isEqualTo("CRM_REFUSED");
        assertThat(code(problems.unavailable(away))).isEqualTo("UNAVAILABLE");
    }
}
