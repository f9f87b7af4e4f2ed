package io.crosswalk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.functions.LoggedLines.Line;
import io.crosswalk.records.Noted;
import io.crosswalk.records.RecordKey;
import io.crosswalk.rules.Side;
import io.crosswalk.sync.Hinted;
import io.crosswalk.sync.Look;
import io.crosswalk.sync.Look.Field;
import io.crosswalk.sync.Look.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines by which people follow a change. */
class ChangeLogTest {
    private static final RecordKey LINK = RecordKey.hubspot("contact", "501");
    private static final String PARTNER = "0035g00000000GNAAY";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ENTRY = "2026-11-24T12:00:00.000Z#100000";

    private final LoggedLines logged = new LoggedLines();
    private final List<Line> lines = logged.lines();

    @AfterEach
    void stop() {
        logged.close();
    }

    private static Noted edit(Side side, String name, Instant at) {
        return new Noted(side, Noted.Kind.CHANGED, name, at, false);
    }

    private static Look look(int nothingToWrite, Field... fields) {
        return new Look(LINK, PARTNER, List.of(fields), nothingToWrite);
    }

    @Test
    void webhook_namesBothRecordsWhatChangedAndWhen() {
        ChangeLog.due(
                Side.HUBSPOT,
                new Hinted(
                        LINK,
                        PARTNER,
                        List.of(
                                edit(Side.HUBSPOT, "jobtitle", NOON),
                                edit(Side.HUBSPOT, "phone", NOON.minusSeconds(1)))),
                List.of("100001", "100002"));

        assertThat(lines)
                .containsExactly(
                        new Line(
                                "INFO",
                                "contact 501 (0035g00000000GNAAY) is due: HubSpot told of jobtitle,"
                                        + " phone",
                                Map.of(
                                        "object", "contact",
                                        "hubspotId", "501",
                                        "salesforceId", PARTNER,
                                        "toldBy", "HUBSPOT",
                                        "eventId", "100001 100002",
                                        "occurredAt", "2026-11-24T12:00:00Z")));
    }

    @Test
    void changeEventOfARecordWithoutAPartner_namesTheOneThatThereIs() {
        RecordKey alone = RecordKey.salesforce("contact", PARTNER);

        ChangeLog.due(Side.SALESFORCE, new Hinted(alone, null, List.of()), List.of());

        assertThat(lines.get(0).text())
                .isEqualTo("contact (0035g00000000GNAAY) is due: Salesforce told of a change");
        assertThat(lines.get(0).ids()).containsOnlyKeys("object", "salesforceId", "toldBy");
    }

    @Test
    void look_namesDecisionsAndTheirJournalEntries() {
        ChangeLog.looked(
                look(
                        13,
                        new Field("jobtitle", "HUBSPOT_CHANGED", Outcome.WRITTEN, ENTRY),
                        new Field("phone", "SALESFORCE_CHANGED", Outcome.HELD, null)));

        assertThat(lines)
                .containsExactly(
                        new Line(
                                "INFO",
                                "contact 501 (0035g00000000GNAAY): jobtitle HUBSPOT_CHANGED"
                                        + " WRITTEN, phone SALESFORCE_CHANGED HELD; 13 to be left"
                                        + " alone",
                                Map.of(
                                        "object", "contact",
                                        "hubspotId", "501",
                                        "salesforceId", PARTNER,
                                        "outcomes", "WRITTEN HELD",
                                        "journal", ENTRY)));
    }

    @Test
    void lookThatFoundNothingNew_isForWhoeverDebugs() {
        ChangeLog.looked(look(15));
        ChangeLog.looked(look(14, new Field("phone", "HUBSPOT_CHANGED", Outcome.KEPT, null)));

        assertThat(lines).extracting(Line::level).containsExactly("DEBUG", "DEBUG");
    }

    @Test
    void hundredsOfFields_areNamedInPart() {
        Field[] fields =
                IntStream.range(0, 300)
                        .mapToObj(
                                i -> new Field("m" + i, "HUBSPOT_CHANGED", Outcome.WRITTEN, ENTRY))
                        .toArray(Field[]::new);

        ChangeLog.looked(look(0, fields));

        assertThat(lines.get(0).text()).contains("m19 HUBSPOT_CHANGED WRITTEN and 280 more");
        assertThat(lines.get(0).ids().get("journal").split(" ")).hasSize(20);
    }

    @Test
    void madeRecord_isTold() {
        ChangeLog.made(LINK, PARTNER, Side.SALESFORCE);

        assertThat(lines.get(0).text())
                .isEqualTo("contact 501 (0035g00000000GNAAY): made in Salesforce");
        assertThat(lines.get(0).ids()).containsEntry("outcomes", "MADE");
    }

    @Test
    void recordThatFails_isToldWithItsId() {
        ChangeLog.failed(LINK, new IllegalStateException("Storage is away"));

        assertThat(lines)
                .containsExactly(
                        new Line(
                                "ERROR",
                                "Record contact/hubspot/501 failed and stays due",
                                Map.of(
                                        "object", "contact",
                                        "hubspotId", "501",
                                        "outcomes", "FAILED")));
    }

    @Test
    void manyEventsOfARecord_areNamedInPart() {
        List<String> eventIds = IntStream.range(0, 100).mapToObj(Integer::toString).toList();

        ChangeLog.due(Side.HUBSPOT, new Hinted(LINK, PARTNER, List.of()), eventIds);

        assertThat(lines.get(0).ids().get("eventId").split(" ")).hasSize(20);
    }

    @Test
    void recordsThatWerePutOff_areToldTogetherWithTheReasons() {
        ChangeLog.putOff(new TreeMap<>(Map.of("NO_CALLS", 120, "TIMEOUT", 2)));

        assertThat(lines)
                .containsExactly(
                        new Line(
                                "INFO",
                                "122 records are put off: NO_CALLS 120, TIMEOUT 2",
                                Map.of("putOff", "NO_CALLS TIMEOUT")));
    }

    @Test
    void batchOfWhichNothingWasPutOff_isNotToldOf() {
        ChangeLog.putOff(Map.of());

        assertThat(lines).isEmpty();
    }

    @Test
    void recordThatWasPutOff_isForWhoeverDebugs() {
        ChangeLog.putOff(LINK, PARTNER, "NO_CALLS");

        assertThat(lines)
                .containsExactly(
                        new Line(
                                "DEBUG",
                                "contact 501 (0035g00000000GNAAY) is put off: NO_CALLS",
                                Map.of(
                                        "object", "contact",
                                        "hubspotId", "501",
                                        "salesforceId", PARTNER,
                                        "putOff", "NO_CALLS")));
    }

    @Test
    void documentedQueries_askForMembersThatThereAre() throws Exception {
        ChangeLog.due(
                Side.HUBSPOT,
                new Hinted(LINK, PARTNER, List.of(edit(Side.HUBSPOT, "jobtitle", NOON))),
                List.of("100001"));
        ChangeLog.putOff(Map.of("NO_CALLS", 1));
        ChangeLog.looked(look(0, new Field("m", "HUBSPOT_CHANGED", Outcome.WRITTEN, ENTRY)));
        Set<String> members = new TreeSet<>(Set.of("AWSRequestId"));
        lines.forEach(line -> members.addAll(line.ids().keySet()));

        Set<String> asked = new TreeSet<>();
        Pattern.compile("mdc\\.(\\w+)")
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .forEach(found -> asked.add(found.group(1)));

        assertThat(asked).isEqualTo(members);
    }

    @Test
    void nextLine_isAboutNobodyInTheOneBefore() {
        ChangeLog.looked(look(0, new Field("m", "HUBSPOT_CHANGED", Outcome.WRITTEN, ENTRY)));

        org.jboss.logging.Logger.getLogger(ChangeLog.class).info("Something else");

        assertThat(lines.get(1).ids()).isEmpty();
    }
}
