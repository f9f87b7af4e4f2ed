package io.crosswalk.api;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.OpenApiRecorder;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * In the native executable {@code /q/openapi} answers the document that the build made, byte for
 * byte.
 *
 * <p>Quarkus 3.31 and later read it, build a model of it and write it again as JSON and YAML
 * whenever a process starts, in case a filter wants to change it at run time: a quarter of a
 * function's start, and there is no such filter here. Gone when the platform has
 * https://github.com/quarkusio/quarkus/pull/55538 (docs/decisions/013-made-when-first-used.md).
 */
final class OpenApiAsBuilt {

    private OpenApiAsBuilt() {}

    static byte[] document(Format format) {
        String name = OpenApiConstants.BASE_NAME + "." + format;
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalStateException("The executable was built without " + name);
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TargetClass(OpenApiRecorder.class)
    static final class AtStart {

        private AtStart() {}

        @Substitute
        public void prepareDocument(
                AutoSecurityFilter security, Map<RunStage, List<String>> filters, String name) {
            // Nothing is prepared; see above.
        }
    }

    @TargetClass(OpenApiDocumentService.class)
    static final class WhenAsked {

        private WhenAsked() {}

        @Substitute
        public byte[] getDocument(String name, Format format) {
            return document(format);
        }
    }
}
