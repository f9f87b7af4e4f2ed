package io.crosswalk.sync;

import static io.crosswalk.sync.SampleLink.FINGERPRINTS;
import static io.crosswalk.sync.SampleLink.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.UnaskedHubspot;
import io.crosswalk.mapping.MappingPlan;
import io.crosswalk.records.CrmRecord;
import io.crosswalk.records.Findings;
import io.crosswalk.records.Intent;
import io.crosswalk.records.Link;
import io.crosswalk.records.Link.Turn;
import io.crosswalk.records.ReadOutcome;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import io.crosswalk.salesforce.UnaskedSalesforce;
import io.crosswalk.sync.CreationEntries.Told;
import io.crosswalk.sync.NewRecords.NewRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A contact was about to be made in Salesforce with {@code ada@example.org} and {@code 555}; no
 * answer came. Now a record with that e-mail is found there.
 */
class UnansweredCreationsTest {
    private static final RecordKey KEY = RecordKey.hubspot("contact", "501");
    private static final String FOUND = "003000000000001AAA";
    private static final MappingPlan PLAN =
            SampleLink.plan(
                    SampleLink.field("mail", "email", "Email", SyncRule.TWO_WAY),
                    SampleLink.field("m", "phone", "Phone", SyncRule.TWO_WAY));

    private final ArrivedWrites arrivedWrites = new ArrivedWrites(FINGERPRINTS);
    private final NewRecords newRecords = new NewRecords(new UnaskedHubspot());

    private static CrmRecord contact(String email, String phone) {
        return new CrmRecord("501", "501", Map.of("email", email, "phone", phone), NOON);
    }

    /** The record as it was when its partner was about to be made. */
    private Link seeking(CrmRecord then) {
        Link free =
                new Link(
                        KEY,
                        null,
                        Link.Due.quiet(1, Turn.FIRST, List.of()),
                        Map.of(),
                        Map.of(),
                        Findings.NONE);
        NewRecord made = newRecords.of(PLAN, new Seeker(free, then));
        Map<String, Intent> intents =
                new HashMap<>(
                        arrivedWrites.ofMaking(
                                KEY, made.carried(), Side.SALESFORCE, NOON + "#100000"));
        return free.withTurn(intents, NOON);
    }

    private List<Told> told(CrmRecord then, CrmRecord now, ReadOutcome found) {
        return new UnansweredCreations(
                        new UnaskedHubspot(), salesforce(found), newRecords, FINGERPRINTS)
                .told(PLAN, new Seeker(seeking(then), now), FOUND);
    }

    private static UnaskedSalesforce salesforce(ReadOutcome found) {
        return new UnaskedSalesforce() {
            @Override
            public ReadOutcome read(String type, Collection<String> ids, Collection<String> names) {
                assertThat(ids).containsExactly(FOUND);
                return found;
            }
        };
    }

    private static ReadOutcome holds(String email, String phone) {
        CrmRecord record =
                new CrmRecord(FOUND, FOUND, Map.of("Email", email, "Phone", phone), NOON);
        return new ReadOutcome(Map.of(FOUND, record), Set.of(), Set.of(), null);
    }

    private static String line(Told told) {
        return told.mapping().id() + " " + told.to().text() + " " + told.outcome();
    }

    private static final CrmRecord ADA = contact("ada@example.org", "555");

    @Test
    void recordHoldsWhatWasSent_itWasWritten() {
        assertThat(told(ADA, ADA, holds("ada@example.org", "555")))
                .extracting(UnansweredCreationsTest::line)
                .containsExactly("mail ada@example.org WRITTEN", "m 555 WRITTEN");
    }

    @Test
    void seekerWasEditedSince_whatWasSentIsToldAndNotWhatItHoldsNow() {
        CrmRecord edited = contact("ada@example.org", "777");

        assertThat(told(ADA, edited, holds("ada@example.org", "555")))
                .extracting(UnansweredCreationsTest::line)
                .containsExactly("mail ada@example.org WRITTEN", "m 555 WRITTEN");
    }

    @Test
    void personEnteredTheRecord_whatItDoesNotHoldDidNotArrive() {
        List<Told> told = told(ADA, ADA, holds("ada@example.org", "999"));

        assertThat(told)
                .extracting(UnansweredCreationsTest::line)
                .containsExactly("mail ada@example.org WRITTEN", "m 555 NOT_ARRIVED");
        assertThat(told.get(1).message()).contains("does not hold it");
    }

    @Test
    void bothWereEditedSince_nobodyKnowsWhatWasSent() {
        CrmRecord edited = contact("ada@example.org", "777");

        assertThat(told(ADA, edited, holds("ada@example.org", "999")))
                .extracting(UnansweredCreationsTest::line)
                .containsExactly("mail ada@example.org WRITTEN");
    }

    @Test
    void valueWasStoredInLowerCase_itIsTheOneThatWasSent() {
        assertThat(told(contact("Ada@Example.org", "555"), ADA, holds("ada@example.org", "555")))
                .extracting(UnansweredCreationsTest::line)
                .containsExactly("mail ada@example.org WRITTEN", "m 555 WRITTEN");
    }

    @Test
    void recordCannotBeRead_nothingIsSaidYet() {
        ReadOutcome away = new ReadOutcome(Map.of(), Set.of(), Set.of(FOUND), null);

        assertThat(told(ADA, ADA, away)).isNull();
    }
}
