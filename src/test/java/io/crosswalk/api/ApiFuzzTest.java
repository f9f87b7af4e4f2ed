package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.api.Api.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody should send: whatever comes in, the answer is never a failure of ours, and
 * what is refused says so as a problem. Replay with {@code -Dcrosswalk.fuzz.seed=…}.
 */
@QuarkusTest
class ApiFuzzTest {
    private static final int CASES = Integer.getInteger("crosswalk.fuzz.cases", 3_000);
    private static final long SEED = Long.getLong("crosswalk.fuzz.seed", 20261124L);

    @TestHTTPResource("/")
    URI base;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(base);
    }

    @AfterEach
    void putBack() {
        api.reset();
    }

    @Test
    void whateverComesIn_neverFailsOnOurSide() {
        HostileRequests requests = new HostileRequests(SEED);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CASES; i++) {
            HostileRequests.Case each = requests.next();
            Answer answer = send(each);
            if (answer != null) {
                statuses.merge(answer.status(), 1, Integer::sum);
                if (!isSound(answer)) {
                    failures.add(each + " -> " + answer.status() + " " + answer.text());
                }
            } else {
                statuses.merge(0, 1, Integer::sum);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "API fuzz: %d cases in %d ms, seed %d, by status (0: the server hung up): %s%n",
                CASES, millis, SEED, statuses);

        assertThat(failures).as("seed " + SEED).isEmpty();
        assertThat(statuses).containsKeys(200, 201, 400, 404, 409, 412, 422);
        assertThat(statuses.getOrDefault(0, 0)).as("connections cut").isLessThan(CASES / 50);
    }

    private static boolean isSound(Answer answer) {
        if (answer.status() < 400) {
            return true;
        }
        // What the server itself refuses, before it knows the path, has no body.
        boolean told = answer.json().path("code").isTextual() || answer.text().isEmpty();
        return answer.status() < 500 && told && !answer.text().contains("Exception");
    }

    private Answer send(HostileRequests.Case each) {
        try {
            return api.send(
                    each.method(),
                    each.path(),
                    BodyPublishers.ofByteArray(each.body()),
                    each.headers().toArray(new String[0]));
        } catch (UncheckedIOException e) {
            return null;
        }
    }
}
