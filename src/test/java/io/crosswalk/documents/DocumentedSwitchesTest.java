package io.crosswalk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswalk.sandbox.SandboxRequest;
import io.crosswalk.sandbox.SandboxResponse;
import io.crosswalk.sandbox.hubspot.HubspotSandbox;
import io.crosswalk.sandbox.hubspot.HubspotSettings;
import io.crosswalk.sandbox.salesforce.SalesforceSandbox;
import io.crosswalk.sandbox.salesforce.SalesforceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/sandbox.md names every switch and every setting of the simulated CRMs. */
class DocumentedSwitchesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/crosswalk/sandbox");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/sandbox.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"typo\":1}", "{\"webhooks\":{\"typo\":1}}", "{\"calls\":[{\"typo\":1}]}"})
    void everySwitchOfHubspot_isNamed(String typo) throws IOException {
        HubspotSandbox hubspot =
                new HubspotSandbox(() -> Instant.EPOCH, 1, HubspotSettings.defaults());

        assertThat(known(hubspot::handle, typo)).allSatisfy(name -> assertNamed(name));
    }

    @Test
    void everySwitchOfSalesforce_isNamed() throws IOException {
        SalesforceSandbox salesforce =
                new SalesforceSandbox(() -> Instant.EPOCH, 1, SalesforceSettings.standard());

        // The next so many calls of a kind stand together on the page.
        assertThat(known(salesforce::handle, "{\"typo\":1}"))
                .allSatisfy(name -> assertNamed(name.replaceFirst("Calls$", "")));
    }

    private static void assertNamed(String name) throws IOException {
        assertThat(page()).contains("`" + name + "`");
    }

    /** What there is, as the refusal of what there is not says. */
    private static List<String> known(
            Function<SandboxRequest, SandboxResponse> crm, String faults) {
        byte[] body = faults.getBytes(StandardCharsets.UTF_8);
        String refusal =
                crm.apply(SandboxRequest.of("POST", "/_control/faults", Map.of(), body)).text();
        Matcher list = Pattern.compile("There are: \\[([^]]+)]").matcher(refusal);
        assertThat(list.find()).as(refusal).isTrue();
        return List.of(list.group(1).split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot/HubspotSandboxBean", "salesforce/SalesforceSandboxBean"})
    void everySetting_isNamed(String bean) throws IOException {
        String source = Files.readString(SOURCES.resolve(bean + ".java"));
        Matcher key =
                Pattern.compile("(?:text\\(config, |PREFIX \\+ )\"([a-z-]+)\"").matcher(source);
        Set<String> keys = new TreeSet<>();
        while (key.find()) {
            keys.add(key.group(1));
        }

        assertThat(keys).hasSizeGreaterThan(4);
        assertThat(keys)
                .allSatisfy(
                        name ->
                                assertThat(page())
                                        .containsPattern("[.`]" + Pattern.quote(name) + "`"));
    }
}
