package io.crosswalk.template;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The environment variables that the functions read. */
final class Settings {
    /** Of Quarkus and Lambda, and why they are set. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "QUARKUS_FUNQY_EXPORT", "picks the function",
                    "QUARKUS_HTTP_HOST_ENABLED", "functions that take no requests open no socket",
                    "QUARKUS_LOG_CATEGORY__IO_CROSSWALK__LEVEL", "by parameter",
                    "SETTINGS_VERSION", "makes another function of other parameters",
                    "DISABLE_SIGNAL_HANDLERS", "Quarkus' own template sets it for native");

    private Settings() {}

    static Set<String> environmentNames() {
        JavaClasses ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.crosswalk");
        return Stream.concat(
                        OTHERS.keySet().stream(),
                        Stream.concat(mapped(ours), single(ours)).map(Settings::variable))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> mapped(JavaClasses ours) {
        return ours.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .map(ConfigMappings.ConfigClass::configClass)
                .flatMap(type -> ConfigMappings.getProperties(type).keySet().stream());
    }

    private static Stream<String> single(JavaClasses ours) {
        return ours.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(code -> code.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                .map(parameter -> parameter.getAnnotationOfType(ConfigProperty.class).name());
    }
}
