package io.crosswalk;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which. The arrows only point downwards. */
class ArchitectureTest {
    private static final String ROOT = "io.crosswalk.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.crosswalk");

    /** Per package the packages of ours that it may import. */
    private static final Map<String, List<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("rules", List.of()),
                    Map.entry("secrets", List.of()),
                    Map.entry("http", List.of()),
                    Map.entry("records", List.of("rules", "secrets")),
                    Map.entry("hubspot", List.of("rules", "records", "secrets", "http")),
                    Map.entry("salesforce", List.of("rules", "records", "secrets", "http")),
                    Map.entry("budget", below()),
                    Map.entry("mapping", below()),
                    Map.entry("sync", below("mapping", "budget")),
                    Map.entry("reconcile", below("mapping", "budget")),
                    Map.entry("backfill", below("mapping", "budget", "sync")),
                    Map.entry("functions", above("backfill")),
                    Map.entry("api", above("backfill")),
                    Map.entry("console", above("backfill", "api")),
                    Map.entry("local", above("backfill", "functions")),
                    Map.entry("sandbox", List.of()));

    private static List<String> below(String... more) {
        return Stream.concat(
                        Stream.of("rules", "records", "hubspot", "salesforce"), Stream.of(more))
                .toList();
    }

    /** What stands on top of both sync and reconcile. */
    private static List<String> above(String... more) {
        return Stream.concat(
                        below("mapping", "budget", "sync", "reconcile").stream(), Stream.of(more))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> packages_importOnlyWhatIsBelowThem() {
        return new TreeSet<>(ALLOWED.keySet())
                .stream()
                        .map(
                                name ->
                                        DynamicTest.dynamicTest(
                                                name, () -> importsOnly(name, ALLOWED.get(name))));
    }

    private static void importsOnly(String name, List<String> allowed) {
        String[] ours =
                Stream.concat(Stream.of(name), allowed.stream())
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.crosswalk..").and(resideInAnyPackage(ours).negate()))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackage_standsInTheTable() {
        classes()
                .should()
                .resideInAnyPackage(
                        ALLOWED.keySet().stream()
                                .map(name -> ROOT + name + "..")
                                .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void rules_knowNoFrameworkNoClockNoInputOrOutput() {
        classes()
                .that()
                .resideInAPackage(ROOT + "rules..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "rules..",
                        "java.lang..",
                        "java.math..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..")
                .andShould()
                .onlyDependOnClassesThat()
                .doNotHaveFullyQualifiedName("java.time.Clock")
                .check(CLASSES);
    }

    @Test
    void dynamoDb_isKnownOnlyToClassesThatSaySo() {
        noClasses()
                .that(
                        simpleNameStartingWith("Dynamo")
                                .negate()
                                .and(resideInAPackage(ROOT + "local..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services.dynamodb..")
                .check(CLASSES);
    }

    @Test
    void noCode_usesReflectionOrServiceLoaders() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ServiceLoader")
                .check(CLASSES);
    }
}
