package io.crosswalk.records;

import io.crosswalk.records.RecentWrites.Kind;
import io.crosswalk.records.RecentWrites.Write;
import io.crosswalk.rules.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Recent writes as they are stored, like {@code H1764072002123*20115}: the side's letter, small
 * where it was sent once more; when, in milliseconds; and behind a sign that says whether it
 * answered somebody the mark of the value. Older versions stored no mark, and take one for a write
 * of 1970, which they drop.
 */
final class RecentWritesText {
    private static final char QUARANTINED = 'q';
    private static final char FORGIVEN = 'f';
    private static final char CARRIED = '.';
    private static final char ANSWER = '+';
    private static final char BACK = '*';

    private RecentWritesText() {}

    static String of(RecentWrites writes) {
        StringBuilder text = new StringBuilder();
        if (writes.quarantined()) {
            text.append(QUARANTINED);
        }
        if (writes.forgivenUntil().isAfter(Instant.EPOCH)) {
            text.append(FORGIVEN).append(writes.forgivenUntil().toEpochMilli());
        }
        for (Write write : writes.writes()) {
            char side = write.side() == Side.HUBSPOT ? 'H' : 'S';
            text.append(write.kind() == Kind.AGAIN ? Character.toLowerCase(side) : side)
                    .append(write.at().toEpochMilli());
            if (write.value() != Write.UNKNOWN) {
                text.append(sign(write.kind())).append(write.value());
            }
        }
        return text.toString();
    }

    private static char sign(Kind kind) {
        return switch (kind) {
            case CARRIED, AGAIN -> CARRIED;
            case ANSWER -> ANSWER;
            case BACK -> BACK;
        };
    }

    static RecentWrites parse(String text) {
        List<Write> writes = new ArrayList<>();
        Instant forgivenUntil = Instant.EPOCH;
        boolean quarantined = !text.isEmpty() && text.charAt(0) == QUARANTINED;
        int from = quarantined ? 1 : 0;
        while (from < text.length()) {
            int to = from + 1;
            while (to < text.length() && Character.isDigit(text.charAt(to))) {
                to++;
            }
            char letter = text.charAt(from);
            long number = Long.parseLong(text.substring(from + 1, to));
            if (letter == FORGIVEN) {
                forgivenUntil = Instant.ofEpochMilli(number);
            } else if (Character.isLetter(letter)) {
                writes.add(write(letter, number));
            } else {
                Write marked = writes.remove(writes.size() - 1);
                writes.add(
                        new Write(
                                marked.side(),
                                marked.at(),
                                kind(letter, marked.kind()),
                                (int) number));
            }
            from = to;
        }
        return new RecentWrites(writes, quarantined, forgivenUntil);
    }

    private static Write write(char letter, long millis) {
        return new Write(
                Character.toUpperCase(letter) == 'H' ? Side.HUBSPOT : Side.SALESFORCE,
                Instant.ofEpochMilli(millis),
                Character.isLowerCase(letter) ? Kind.AGAIN : Kind.CARRIED,
                Write.UNKNOWN);
    }

    private static Kind kind(char sign, Kind unsigned) {
        return switch (sign) {
            case ANSWER -> Kind.ANSWER;
            case BACK -> Kind.BACK;
            default -> unsigned;
        };
    }
}
