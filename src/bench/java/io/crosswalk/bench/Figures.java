package io.crosswalk.bench;

import java.util.Arrays;

/** {@code ./mvnw -q -Pbench -Dfigure=<name and arguments>}. */
public final class Figures {
    private Figures() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (name) {
            case "evaluator" -> EvaluatorFigure.print(rest);
            case "dynamo" -> DynamoFigure.print(rest);
            case "bursts" -> BurstFigure.print(rest);
            case "growth" -> GrowthFigure.print(rest);
            case "reconcile" -> ReconcileFigure.print(rest);
            default -> help();
        }
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
                  growth              cost per change with 1,000, 10,000 and 100,000 linked records
                  "growth 1000000"    with as many as you say
                  "reconcile 100000"  reconcile of so many linked records, of which one of 1,000 changed
                -Dbench.heap=-Xmx64m  with less memory for what is measured\
                """);
    }
}
