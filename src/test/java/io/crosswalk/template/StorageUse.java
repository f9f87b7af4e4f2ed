package io.crosswalk.template;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.funqy.Funq;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each function does with which table, and with secrets, derived from the compiled code: all
 * methods that can be reached from its entry point, every implementation of an interface included,
 * and their calls of AWS. So it may name a little more than happens, never less.
 */
final class StorageUse {
    private static final String CLIENT = "software.amazon.awssdk.services.dynamodb.DynamoDbClient";
    private static final String SECRETS =
            "software.amazon.awssdk.services.secretsmanager.SecretsManagerClient";
    private static final String TRANSACT =
            "software.amazon.awssdk.services.dynamodb.model.TransactWriteItem$Builder";

    /** The client's methods; for a transaction its parts count. */
    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    Map.entry("getItem", "GetItem"),
                    Map.entry("batchGetItem", "BatchGetItem"),
                    Map.entry("query", "Query"),
                    Map.entry("queryPaginator", "Query"),
                    Map.entry("putItem", "PutItem"),
                    Map.entry("updateItem", "UpdateItem"),
                    Map.entry("deleteItem", "DeleteItem"),
                    Map.entry("batchWriteItem", "BatchWriteItem"),
                    Map.entry("transactWriteItems", ""));

    private static final Map<String, String> SECRET_ACTIONS =
            Map.of("getSecretValue", "GetSecretValue", "putSecretValue", "PutSecretValue");

    private static final Map<String, String> PARTS =
            Map.of(
                    "put", "PutItem",
                    "update", "UpdateItem",
                    "delete", "DeleteItem",
                    "conditionCheck", "ConditionCheckItem");

    /**
     * Classes that ask indexes, and which; {@code ""} is the table itself, which they ask too. A
     * class that names an index and is missing here fails the test.
     */
    private static final Map<String, List<String>> INDEXES =
            Map.of(
                    "DynamoDueSet", List.of("due"),
                    "DynamoLinkPages", List.of("links"),
                    "DynamoJournalIndexes", List.of("mapping", "run"),
                    "DynamoNotableEntries", List.of("notable"),
                    // A record's, or an object's mappings', are in the table; all others by index.
                    "DynamoProblemPages", List.of("", "newest", "mapping"),
                    "DynamoProblemStore", List.of("", "mapping"));

    /**
     * A method, reached while a table is worked on.
     *
     * @param table "" where none is
     */
    private record Step(JavaCodeUnit code, String table) {
        String shortly() {
            return code.getOwner().getSimpleName() + "." + code.getName();
        }
    }

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(place -> !place.contains("/io/crosswalk/local/"))
                    .withImportOption(place -> !place.contains("/io/crosswalk/sandbox/"))
                    .importPackages("io.crosswalk");

    /** The functions' names. */
    Set<String> functions() {
        Set<String> names = new TreeSet<>();
        funqs().forEach(method -> names.add(name(method)));
        return names;
    }

    private Stream<JavaMethod> funqs() {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Funq.class));
    }

    private static String name(JavaMethod method) {
        return method.getAnnotationOfType(Funq.class).value();
    }

    /**
     * {@code table}, {@code table/index} or {@code secrets}, then the actions on it, and how the
     * code comes to each.
     *
     * @param function {@code api} is the function that passes requests to the resources
     */
    Map<String, Map<String, String>> of(String function) {
        List<JavaMethod> roots =
                Stream.concat(
                                function.equals("api") ? resources() : Stream.empty(),
                                funqs().filter(method -> name(method).equals(function)))
                        .toList();
        if (roots.isEmpty()) {
            throw new AssertionError("No function '" + function + "'");
        }
        return reach(roots);
    }

    private Stream<JavaMethod> resources() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .flatMap(type -> type.getMethods().stream());
    }

    private Map<String, Map<String, String>> reach(Collection<JavaMethod> roots) {
        Map<String, Map<String, String>> used = new TreeMap<>();
        Deque<Step> open = new ArrayDeque<>();
        Map<Step, String> ways = new HashMap<>();
        for (JavaMethod root : roots) {
            Step step = new Step(root, "");
            ways.put(step, step.shortly());
            open.add(step);
        }
        while (!open.isEmpty()) {
            Step step = open.pop();
            calls(step.code()).forEach(call -> note(used, call, step.table(), ways.get(step)));
            calls(step.code())
                    .flatMap(StorageUse::targets)
                    .map(code -> new Step(code, table(code.getOwner(), step.table())))
                    .filter(next -> !ways.containsKey(next))
                    .forEach(
                            next -> {
                                ways.put(next, ways.get(step) + " > " + next.shortly());
                                open.add(next);
                            });
        }
        return used;
    }

    /** The table that a class asks the configuration for; helpers work on their caller's. */
    private static String table(JavaClass owner, String callers) {
        if (!owner.getSimpleName().startsWith("Dynamo")) {
            return "";
        }
        return owner.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getSimpleName().equals("StorageConfig"))
                .map(call -> call.getTarget().getName())
                .filter(name -> name.endsWith("Table"))
                .map(name -> name.substring(0, name.length() - "Table".length()))
                .findFirst()
                .orElse(callers);
    }

    private static Stream<JavaAccess<?>> calls(JavaCodeUnit code) {
        return Stream.of(
                        code.getMethodCallsFromSelf(),
                        code.getConstructorCallsFromSelf(),
                        code.getMethodReferencesFromSelf(),
                        code.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream);
    }

    /** The method that is called, or every one that may stand behind it. */
    private static Stream<JavaCodeUnit> targets(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        if (!owner.getPackageName().startsWith("io.crosswalk")) {
            return Stream.empty();
        }
        Stream<JavaClass> types =
                Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream());
        return Stream.concat(types, owner.getAllRawSuperclasses().stream())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getName().equals(call.getTarget().getName()))
                .filter(unit -> sameParameters(unit, call))
                .flatMap(StorageUse::withConstructors);
    }

    /** Whoever is called was made, and may have been given functions to call then. */
    private static Stream<JavaCodeUnit> withConstructors(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit), unit.getOwner().getConstructors().stream());
    }

    /** By number: a generic interface's implementation has other types. */
    private static boolean sameParameters(JavaCodeUnit unit, JavaAccess<?> call) {
        return call.getTarget()
                        instanceof
                        com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget to
                && to.getRawParameterTypes().size() == unit.getRawParameterTypes().size();
    }

    private static void note(
            Map<String, Map<String, String>> used, JavaAccess<?> call, String table, String way) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        String action = "";
        if (owner.equals(CLIENT)) {
            action = ACTIONS.get(method);
        } else if (owner.equals(SECRETS)) {
            action = SECRET_ACTIONS.get(method);
        } else if (owner.equals(TRANSACT)) {
            action = PARTS.getOrDefault(method, "");
        }
        if (action == null) {
            throw new AssertionError("Which permission does " + call + " need?");
        }
        if (!action.isEmpty()) {
            List<String> places =
                    owner.equals(SECRETS)
                            ? List.of("secrets")
                            : places(call.getOriginOwner(), table, action);
            for (String place : places) {
                used.computeIfAbsent(place, none -> new TreeMap<>()).putIfAbsent(action, way);
            }
        }
    }

    private static List<String> places(JavaClass by, String table, String action) {
        if (table.isEmpty()) {
            throw new AssertionError("Which table does " + by.getName() + " work on?");
        }
        return action.equals("Query")
                ? INDEXES.getOrDefault(by.getSimpleName(), List.of("")).stream()
                        .map(index -> index.isEmpty() ? table : table + "/" + index)
                        .toList()
                : List.of(table);
    }

    /** Classes that name an index in a query. */
    Set<String> classesThatAskIndexes() {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getName().equals("indexName"))
                    .filter(call -> call.getTargetOwner().getName().contains("QueryRequest"))
                    .forEach(call -> names.add(type.getSimpleName()));
        }
        return names;
    }

    static Set<String> classesThatAreKnownToAskIndexes() {
        return new TreeSet<>(INDEXES.keySet());
    }
}
