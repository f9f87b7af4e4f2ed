package io.crosswalk.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** query, queryAll and their further pages. */
final class QueryCalls {
    private static final int PAGE_MAX = 2000;
    private static final int PAGE_MIN = 200;
    private static final int CURSORS_MAX = 50;
    private static final long CURSOR_SECONDS = 15 * 60;
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d{1,6})");
    private static final Pattern LOCATOR = Pattern.compile("(01g\\w+)-(\\d{1,9})");

    private final Org org;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private long nextCursor = 1;

    private record Cursor(SoqlRun.Result result, int pageSize, Instant openedAt) {}

    QueryCalls(Org org) {
        this.org = org;
    }

    Answer query(Call call) {
        Soql soql = SoqlParser.parse(call.parameter("q"));
        boolean all = call.path().get(0).toLowerCase(Locale.ROOT).equals("queryall");
        SoqlRun.Result result = new SoqlRun(org.store, call.actor()).run(soql, all);
        if (soql.isCount()) {
            ObjectNode page = Json.node().put("totalSize", result.rows().size());
            page.put("done", true).putArray("records");
            return Answer.json(page, 0);
        }
        int pageSize = pageSize(call);
        String id = null;
        if (result.rows().size() > pageSize) {
            id = String.format(Locale.ROOT, "01g%012d", nextCursor++);
            keep(id, new Cursor(result, pageSize, org.clock.instant()));
        }
        return page(result, 0, pageSize, id, call);
    }

    Answer more(Call call) {
        Matcher locator = LOCATOR.matcher(call.path().get(1));
        Cursor cursor = locator.matches() ? cursors.get(locator.group(1)) : null;
        boolean late =
                cursor != null
                        && cursor.openedAt()
                                .plusSeconds(CURSOR_SECONDS)
                                .isBefore(org.clock.instant());
        if (cursor == null || late) {
            throw Refused.record("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        int from = Integer.parseInt(locator.group(2));
        if (from > cursor.result().rows().size()) {
            throw Refused.record("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(cursor.result(), from, cursor.pageSize(), locator.group(1), call);
    }

    private void keep(String id, Cursor cursor) {
        cursors.put(id, cursor);
        Iterator<String> oldest = cursors.keySet().iterator();
        while (cursors.size() > CURSORS_MAX) {
            oldest.next();
            oldest.remove();
        }
    }

    private static int pageSize(Call call) {
        String options = call.request().header("sforce-query-options");
        Matcher matcher = BATCH_SIZE.matcher(options == null ? "" : options);
        int wanted = matcher.find() ? Integer.parseInt(matcher.group(1)) : PAGE_MAX;
        return Math.max(PAGE_MIN, Math.min(PAGE_MAX, wanted));
    }

    private static Answer page(
            SoqlRun.Result result, int from, int pageSize, @Nullable String cursorId, Call call) {
        int to = Math.min(from + pageSize, result.rows().size());
        boolean done = to == result.rows().size();
        ObjectNode page = Json.node().put("totalSize", result.rows().size()).put("done", done);
        if (!done) {
            page.put(
                    "nextRecordsUrl",
                    "/services/data/"
                            + call.version()
                            + "/"
                            + call.path().get(0)
                            + "/"
                            + cursorId
                            + "-"
                            + to);
        }
        ArrayNode records = page.putArray("records");
        for (Row row : result.rows().subList(from, to)) {
            records.add(RowJson.record(row, result.fields(), call.version()));
        }
        return Answer.json(page, to - from);
    }
}
