package io.crosswalk.sandbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.sandbox.Dataset.Seed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private final Dataset dataset = Dataset.generate(42, 200, 60, 80);

    @Test
    void sameSeed_sameRecords() {
        Dataset again = Dataset.generate(42, 200, 60, 80);
        assertThat(again.hubspot()).isEqualTo(dataset.hubspot());
        assertThat(again.salesforce()).isEqualTo(dataset.salesforce());
        assertThat(Dataset.generate(43, 200, 60, 80).hubspot()).isNotEqualTo(dataset.hubspot());
    }

    @Test
    void defaultSize_hasTwinsForMostAndStrangersOnBothSides() {
        assertThat(dataset.hubspot().stream().collect(groupingBy(Seed::type, counting())))
                .isEqualTo(Map.of("contacts", 200L, "companies", 60L, "deals", 80L));
        Set<String> salesforceIds = ids(dataset.salesforce());
        List<Seed> linked =
                dataset.hubspot().stream()
                        .filter(seed -> seed.values().containsKey("salesforcecontactid"))
                        .toList();
        assertThat(linked).hasSize(180);
        assertThat(linked)
                .allMatch(seed -> salesforceIds.contains(seed.values().get("salesforcecontactid")));
        assertThat(byEmail("contact10@")).hasSize(2);
        assertThat(byEmail("contact30@")).hasSize(1);
        assertThat(byEmail("contact20@")).isEmpty();
        assertThat(byEmail("contact5000001@")).hasSize(1);
    }

    @Test
    void ids_areUniqueAndReferToOneAnother() {
        Set<String> salesforceIds = ids(dataset.salesforce());
        assertThat(salesforceIds).hasSameSizeAs(dataset.salesforce());
        Set<String> owners = ids(Dataset.owners());
        Set<String> users = ids(Dataset.users());
        assertThat(dataset.hubspot())
                .allMatch(seed -> owners.contains(seed.values().get("hubspot_owner_id")));
        assertThat(dataset.salesforce())
                .allMatch(seed -> users.contains(seed.values().get("OwnerId")))
                .allMatch(
                        seed ->
                                salesforceIds.contains(
                                        seed.values().getOrDefault("AccountId", seed.id())));
    }

    @Test
    void values_differInSomeRecordsAndAreBlankInSome() {
        Map<String, Seed> salesforce =
                dataset.salesforce().stream()
                        .collect(Collectors.toMap(Seed::id, Function.identity()));
        int same = 0;
        int different = 0;
        int blank = 0;
        for (Seed hubspot : dataset.hubspot()) {
            Seed twin = salesforce.get(hubspot.values().getOrDefault("salesforcecontactid", ""));
            if (twin != null) {
                String title = hubspot.values().getOrDefault("jobtitle", "");
                String twinTitle = twin.values().getOrDefault("Title", "");
                blank += title.isEmpty() || twinTitle.isEmpty() ? 1 : 0;
                different += !title.equals(twinTitle) ? 1 : 0;
                same += title.equals(twinTitle) ? 1 : 0;
            }
        }
        assertThat(same).isGreaterThan(140);
        assertThat(different).isBetween(4, 30);
        assertThat(blank).isBetween(8, 50);
    }

    @Test
    void hostileNames_areThere() {
        assertThat(dataset.hubspot())
                .anyMatch(s -> "<script>alert(1)</script>".equals(s.values().get("firstname")))
                .anyMatch(s -> "O'Brien".equals(s.values().get("lastname")))
                .anyMatch(s -> s.values().getOrDefault("lastname", "").length() == 200);
        assertThat(dataset.salesforce())
                .allMatch(s -> s.values().getOrDefault("LastName", "").length() <= 80);
    }

    @Test
    void hundredThousandContacts_costNothingUntilAsked() {
        List<Seed> many = Dataset.generate(1, 100_000, 20_000, 1_000).hubspot();
        assertThat(many).hasSize(121_000);
        assertThat(many.get(119_999).createdAt()).isBefore(Dataset.END);
        assertThat(many.get(119_999).id()).isEqualTo("200000");
    }

    @Test
    void emptyDataset_isEmpty() {
        assertThat(Dataset.generate(1, 0, 0, 0).hubspot()).isEmpty();
        assertThat(Dataset.generate(1, 3, 0, 2).hubspot()).hasSize(5);
        assertThat(Dataset.generate(1, 3, 0, 2).salesforce()).hasSize(5);
    }

    @Test
    void salesforceId_carriesItsChecksum() {
        assertThat(SalesforceIds.withChecksum("001D000000IqhSL")).isEqualTo("001D000000IqhSLIAZ");
        assertThat(SalesforceIds.withChecksum("003000000000001")).isEqualTo("003000000000001AAA");
        assertThat(ids(dataset.salesforce())).allMatch(id -> id.length() == 18);
    }

    @Test
    void datetimes_haveEachCrmsForm() {
        assertThat(dataset.hubspot().stream().map(s -> s.values().get("last_visit")))
                .filteredOn(value -> value != null)
                .allMatch(value -> Instant.parse(value) != null && value.endsWith(".000Z"));
        assertThat(dataset.salesforce().stream().map(s -> s.values().get("Last_Visit__c")))
                .filteredOn(value -> value != null)
                .allMatch(value -> value.endsWith(".000+0000"));
    }

    private List<Seed> byEmail(String start) {
        return dataset.salesforce().stream()
                .filter(seed -> seed.values().getOrDefault("Email", "").startsWith(start))
                .toList();
    }

    private static Set<String> ids(List<Seed> seeds) {
        return seeds.stream().map(Seed::id).collect(Collectors.toCollection(HashSet::new));
    }
}
