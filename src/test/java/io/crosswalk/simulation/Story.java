package io.crosswalk.simulation;

import io.crosswalk.simulation.Simulation.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failing run as one reads it: step by step, and of the trace only what is about the records that
 * the first violation names.
 */
final class Story {
    /** What calm brings at the end is mostly looking and finding nothing. */
    private static final int LINES_OF_CALM_MAX = 40;

    private static final Pattern LINE = Pattern.compile("(\\S+)T(\\S+)Z  (.*)");
    private static final Pattern ID =
            Pattern.compile("\\b(?:1(\\d\\d)|003\\d{10}(\\d\\d)\\w{3})\\b");
    private static final Pattern NOTHING_FOUND =
            Pattern.compile("reconcile|search .*|modified .*|history .*|sync \\d+|hints \\d+");

    private final Set<String> records;

    private Story(Set<String> records) {
        this.records = records;
    }

    static String of(Result result) {
        Matcher named = ID.matcher(result.violations().isEmpty() ? "" : result.violations().get(0));
        Set<String> records = new HashSet<>();
        while (named.find()) {
            records.add(number(named));
        }
        return new Story(records).tell(result.trace());
    }

    private static String number(Matcher id) {
        return id.group(1) != null ? id.group(1) : id.group(2);
    }

    private String tell(String trace) {
        List<String> lines = new ArrayList<>();
        int calm = Integer.MAX_VALUE;
        int leftOut = 0;
        for (String line : trace.split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || !isAbout(parts.group(3))) {
                continue;
            }
            String what = parts.group(3);
            calm = what.equals("calm") ? lines.size() : calm;
            if (lines.size() - (long) calm > LINES_OF_CALM_MAX) {
                leftOut++;
            } else {
                lines.add(told(parts.group(2), what));
            }
        }
        if (leftOut > 0) {
            lines.add("    … " + leftOut + " more");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String told(String time, String what) {
        boolean heading = what.startsWith("step ") || what.equals("calm");
        return heading ? "  " + what : "    " + time + "  " + what;
    }

    private boolean isAbout(String what) {
        Matcher id = ID.matcher(what);
        boolean named = false;
        while (id.find()) {
            named = true;
            if (records.contains(number(id))) {
                return true;
            }
        }
        return records.isEmpty() || !named && !NOTHING_FOUND.matcher(what).matches();
    }
}
