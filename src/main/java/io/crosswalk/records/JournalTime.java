package io.crosswalk.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/**
 * The time in a journal entry's key, {@code 2026-11-24T12:00:00.000Z}. By hand for today's years:
 * every look at a link makes and reads some, and the formatters of java.time take ten times as
 * long.
 */
final class JournalTime {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int YEAR_MIN = 1_000;
    private static final int YEAR_MAX = 9_999;
    private static final int LENGTH = "2026-11-24T12:00:00.000Z".length();

    private JournalTime() {}

    static String text(Instant time) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_PER_DAY));
        int second = (int) Math.floorMod(time.getEpochSecond(), (long) SECONDS_PER_DAY);
        int millis = time.getNano() / 1_000_000;
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            return farText(time, millis);
        }
        char[] text = new char[LENGTH];
        put(text, 0, 4, day.getYear(), '-');
        put(text, 5, 2, day.getMonthValue(), '-');
        put(text, 8, 2, day.getDayOfMonth(), 'T');
        put(text, 11, 2, second / 3_600, ':');
        put(text, 14, 2, second / 60 % 60, ':');
        put(text, 17, 2, second % 60, '.');
        put(text, 20, 3, millis, 'Z');
        return new String(text);
    }

    private static String farText(Instant time, int millis) {
        // Instant writes no fraction where it is zero.
        String seconds = Instant.ofEpochSecond(time.getEpochSecond()).toString();
        return seconds.substring(0, seconds.length() - 1)
                + "."
                + Integer.toString(1_000 + millis).substring(1)
                + "Z";
    }

    private static void put(char[] text, int from, int digits, int number, char end) {
        int left = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (char) ('0' + left % 10);
            left /= 10;
        }
        text[from + digits] = end;
    }

    /**
     * @param length of what {@link #text} has made
     * @throws java.time.format.DateTimeParseException if it is something else
     */
    static Instant parse(String text, int length) {
        if (length != LENGTH || !isShaped(text)) {
            return Instant.parse(text.substring(0, length));
        }
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean usual = month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).minLength();
        if (!usual || hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text.substring(0, length));
        }
        long days = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
        long seconds = days * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 3) * 1_000_000L);
    }

    private static boolean isShaped(String text) {
        String shape = "0000-00-00T00:00:00.000Z";
        for (int i = 0; i < LENGTH; i++) {
            char expected = shape.charAt(i);
            char its = text.charAt(i);
            if (expected == '0' ? its < '0' || its > '9' : its != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
