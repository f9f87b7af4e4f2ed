package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.hubspot.SaidAccess;
import io.crosswalk.records.ObjectPair;
import io.crosswalk.records.ObjectPairs;
import io.crosswalk.records.OpenProblems;
import io.crosswalk.records.Problem;
import io.crosswalk.records.ProblemAction;
import io.crosswalk.records.ProblemCode;
import io.crosswalk.rules.SyncRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** When people are told that sync of an object lacks a scope, and when no longer. */
class ScopeProblemsTest {
    private static final ObjectPair CONTACT = ObjectPairs.named("contact").orElseThrow();
    private static final ObjectPair DEAL = ObjectPairs.named("deal").orElseThrow();
    private static final String READ = "crm.objects.contacts.read";
    private static final String WRITE = "crm.objects.contacts.write";

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final OneMapping mappings = new OneMapping();
    private final FakeHubspot hubspot = new FakeHubspot();
    private final SaidAccess access = new SaidAccess();
    private final OpenProblems open = new OpenProblems(clock);
    private final ScopeProblems scopes =
            new ScopeProblems(new HubspotScopes(mappings, hubspot, access), open, clock);

    private Problem only() {
        assertThat(open.all()).hasSize(1);
        return open.all().get(0);
    }

    @Test
    void scopeIsMissing_isOneProblemOfTheObjectThatNamesIt() {
        access.scopes(READ);

        scopes.check(CONTACT);
        scopes.check(CONTACT);

        Problem problem = only();
        assertThat(problem.id().text()).isEqualTo("contact.-.SCOPE_MISSING");
        assertThat(problem.cause().action()).isEqualTo(ProblemAction.GRANT_SCOPE);
        assertThat(problem.cause().details()).containsEntry("scope", List.of(WRITE));
        assertThat(problem.cause().text())
                .contains("'" + WRITE + "'", "to be written in HubSpot of object 'contact'");
        assertThat(problem.count()).isEqualTo(2);
    }

    @Test
    void severalAreMissing_allAreNamedAtOnce() {
        access.scopes("oauth");

        scopes.check(CONTACT);

        assertThat(only().cause().details().get("scope"))
                .containsExactly(READ, "crm.schemas.contacts.read", WRITE);
        assertThat(only().cause().text()).contains("to be synced of object 'contact'");
    }

    @Test
    void scopeIsGiven_theProblemCloses_andThatOfAnotherObjectStays() {
        access.scopes(READ);
        scopes.check(CONTACT);
        scopes.check(DEAL);

        access.scopes(READ, WRITE);
        scopes.check(CONTACT);

        assertThat(only().place().object()).isEqualTo("deal");
    }

    @Test
    void nothingIsWrittenInHubspotAnyMore_theProblemCloses() {
        access.scopes(READ);
        scopes.check(CONTACT);

        mappings.rule(SyncRule.ALWAYS_USE_HUBSPOT);
        scopes.check(CONTACT);

        assertThat(open.all()).isEmpty();
    }

    @Test
    void hubspotIsAway_whatIsOpenStaysOpen() {
        access.scopes(READ);
        scopes.check(CONTACT);

        access.away();
        scopes.check(CONTACT);

        assertThat(only().id().code()).isEqualTo(ProblemCode.SCOPE_MISSING);
    }

    @Test
    void hubspotDoesNotTell_whatItRefusesToShowTells() {
        hubspot.lacksReading = true;
        scopes.check(CONTACT);
        assertThat(only().cause().details().get("scope"))
                .containsExactly("crm.schemas.contacts.read", READ);

        hubspot.lacksReading = false;
        scopes.check(CONTACT);

        assertThat(open.all()).isEmpty();
    }

    @Test
    void syncIsOff_thereIsNoProblem() {
        hubspot.lacksReading = true;
        scopes.check(CONTACT);
        mappings.off();

        scopes.check(CONTACT);

        assertThat(open.all()).isEmpty();
    }

    @Test
    void writesAreRefused_isOneProblem_howeverManyTheyAre() {
        for (int refused = 0; refused < 50; refused++) {
            scopes.writeRefused(CONTACT);
        }

        assertThat(only().cause().details()).containsEntry("scope", List.of(WRITE));
        assertThat(only().count()).isEqualTo(1);
        now = now.plusSeconds(60);
        scopes.writeRefused(CONTACT);
        assertThat(only().count()).isEqualTo(2);
    }

    /** HubSpot does not tell, so nothing but time says that nothing is refused any more. */
    @Test
    void writesWereRefused_theProblemStandsAnHourLongerThanTheLastRefusal() {
        scopes.writeRefused(CONTACT);
        now = now.plus(Duration.ofMinutes(40));
        scopes.writeRefused(CONTACT);

        now = now.plus(Duration.ofMinutes(59));
        scopes.check(CONTACT);
        assertThat(open.all()).hasSize(1);
        now = now.plus(Duration.ofMinutes(1));
        scopes.check(CONTACT);

        assertThat(open.all()).isEmpty();
    }

    @Test
    void writeIsRefused_whatHubspotSaysOfTheAppIsTold() {
        access.scopes("oauth");

        scopes.writeRefused(CONTACT);

        assertThat(only().cause().details().get("scope")).contains(READ, WRITE);
    }

    @Test
    void scopeWasTakenAwayAMomentAgo_hubspotIsAskedAnew() {
        access.scopes(READ, WRITE).scopesAnew(READ);

        scopes.writeRefused(CONTACT);

        assertThat(only().cause().details()).containsEntry("scope", List.of(WRITE));
    }

    @Test
    void hubspotIsAwayAfterARefusal_theScopeToWriteIsNamed() {
        access.away();

        scopes.writeRefused(CONTACT);

        assertThat(only().cause().details()).containsEntry("scope", List.of(WRITE));
    }

    /** Else each check would close what each refusal opens. */
    @Test
    void hubspotRefusesAWriteOfAnAppThatHasEverything_isAMatterOfTheLog() {
        access.scopes(READ, WRITE);
        List<String> said = new ArrayList<>();
        Handler log =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        said.add(line.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger(ScopeProblems.class.getName());
        logger.addHandler(log);
        try {
            scopes.writeRefused(CONTACT);
        } finally {
            logger.removeHandler(log);
        }

        assertThat(open.all()).isEmpty();
        assertThat(said).singleElement().asString().contains("for want of a scope");
    }
}
