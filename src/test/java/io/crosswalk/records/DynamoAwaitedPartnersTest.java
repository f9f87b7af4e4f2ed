package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.records.AwaitedPartners.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class DynamoAwaitedPartnersTest {
    private AwaitedPartners awaited;

    @BeforeEach
    void store() throws Exception {
        awaited = new DynamoAwaitedPartners(DynamoLocal.start(), DynamoLocal.config(false));
    }

    private static Waiting waiting(String contact) {
        return new Waiting(RecordKey.hubspot("contact", contact), "contact-associatedcompanyid");
    }

    private List<Waiting> waitingFor(RecordKey company) {
        return awaited.of(List.of(company), 100).getOrDefault(company, List.of());
    }

    @Test
    void noted_isFoundAtItsOwnCompanyAlone() {
        RecordKey company = RecordKey.hubspot("company", "awaited-7");
        RecordKey account = RecordKey.salesforce("company", "001000000000001AAA");

        awaited.await(
                Map.of(company, Set.of(waiting("1")), account, Set.of(waiting("2"), waiting("3"))));

        assertThat(waitingFor(company)).containsExactly(waiting("1"));
        assertThat(waitingFor(account)).containsExactlyInAnyOrder(waiting("2"), waiting("3"));
        assertThat(waitingFor(RecordKey.hubspot("company", "awaited-70"))).isEmpty();
    }

    @Test
    void notedTwice_isThereOnce() {
        RecordKey company = RecordKey.hubspot("company", "awaited-8");

        awaited.await(Map.of(company, Set.of(waiting("1"))));
        awaited.await(Map.of(company, Set.of(waiting("1"))));

        assertThat(waitingFor(company)).containsExactly(waiting("1"));
    }

    @Test
    void manyWait_comePageByPageUntilAllAreReleased() {
        RecordKey company = RecordKey.hubspot("company", "awaited-9");
        Set<Waiting> all =
                IntStream.range(0, 130).mapToObj(i -> waiting("" + i)).collect(Collectors.toSet());
        awaited.await(Map.of(company, all));

        List<Waiting> first = waitingFor(company);
        awaited.release(company, first);
        List<Waiting> second = waitingFor(company);
        awaited.release(company, second);

        assertThat(first).hasSize(100);
        assertThat(second).hasSize(30).doesNotContainAnyElementsOf(first);
        assertThat(waitingFor(company)).isEmpty();
    }
}
