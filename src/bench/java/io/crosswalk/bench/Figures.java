package io.crosswalk.bench;

import io.crosswalk.deployed.StartFigure;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mvnw -q -Pbench -Dfigure=<name and arguments>}. */
public final class Figures {
    private Figures() {}

    public static void main(String[] args) {
        quiet();
        try {
            print(args);
        } catch (Exception e) {
            e.printStackTrace();
            // Servers of what is measured would keep the process for good.
            System.exit(1);
        }
    }

    private static void print(String[] args) throws Exception {
        String name = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (name) {
            case "evaluator" -> EvaluatorFigure.print(rest);
            case "dynamo" -> DynamoFigure.print(rest);
            case "bursts" -> BurstFigure.print(rest);
            case "growth" -> GrowthFigure.print(rest);
            case "reconcile" -> ReconcileFigure.print(rest);
            case "start" -> StartFigure.print(rest);
            default -> help();
        }
    }

    /**
     * As the product is configured: without it the AWS client makes texts of all that it sends, for
     * a log that nobody reads, which takes a good part of the processor's time.
     */
    private static void quiet() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void help() {
        System.out.println(
                """
                ./mvnw -q -Pbench -Dfigure=…
                  evaluator           nanoseconds and bytes per field, beside a rule library
                  "evaluator quick"   the same with 50 mappings and short runs
                  bursts              CRM calls in bursts of 1 to 1,000 records, beside the CRMs' floor
                  "bursts 10000"      with as many as you say
                  dynamo              DynamoDB requests and capacity units per change, beside the minimum
                  "dynamo all"        the same, and what they are made of
                  growth              cost per change with 1,000 to 1,000,000 linked records
                  "growth 100000000"  with as many as you say
                  "reconcile 1000000" reconcile of so many linked records, of which one of 1,000 changed
                  "reconcile 1000000 whole"  and a pass over all of them
                  "… stored"          either with all links in DynamoDB Local, up to 100,000 in five minutes
                  start               the packaged functions' start beside a Node function's (npm ci first)
                  "start 7 x.zip"     so many starts, of other zips than target/function.zip
                -Dbench.heap=-Xmx64m  with less memory for what is measured\
                """);
    }
}
