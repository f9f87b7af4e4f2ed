package io.crosswalk.console;

import io.quarkus.arc.All;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ParserHook;
import io.quarkus.qute.Qute;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.runtime.ContentTypes;
import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.qute.runtime.QuteConfig;
import io.quarkus.qute.runtime.QuteRecorder.QuteContext;
import io.quarkus.qute.runtime.QuteRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.LocalesBuildTimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/**
 * The engine of the pages' templates, made when the first page is asked for.
 *
 * <p>Quarkus' own bean, {@link EngineProducer}, finds and parses all templates when a process
 * starts: in a native function a third of its start, and four of the five functions show no page.
 * So {@code quarkus.arc.exclude-types} keeps it from being a bean, and it is made here, as Quarkus
 * makes it, behind a proxy that asks for it at its first use
 * (docs/decisions/013-made-when-first-used.md).
 */
final class TemplateEngine {

    private TemplateEngine() {}

    @Produces
    @ApplicationScoped
    static Engine engine(
            QuteContext context,
            QuteConfig config,
            QuteRuntimeConfig runtimeConfig,
            Event<EngineBuilder> builderReady,
            Event<Engine> engineReady,
            ContentTypes contentTypes,
            LaunchMode launchMode,
            LocalesBuildTimeConfig locales,
            @All List<TemplateLocator> locators,
            @All List<SectionHelperFactory<?>> sectionHelpers,
            @All List<ValueResolver> valueResolvers,
            @All List<NamespaceResolver> namespaceResolvers,
            @All List<ParserHook> parserHooks) {
        new EngineProducer(
                context,
                config,
                runtimeConfig,
                builderReady,
                engineReady,
                contentTypes,
                launchMode,
                locales,
                locators,
                sectionHelpers,
                valueResolvers,
                namespaceResolvers,
                parserHooks);
        return Qute.engine();
    }
}
