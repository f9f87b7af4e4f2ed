package io.crosswalk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.mapping.Mapping;
import io.crosswalk.mapping.MappingChoice;
import io.crosswalk.mapping.ObjectConfiguration;
import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.mapping.WantedConfiguration;
import io.crosswalk.mapping.WantedConfiguration.WantedMapping;
import io.crosswalk.rules.Fill;
import io.crosswalk.rules.SyncRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in YAML and JSON, without a server: what they say, and what is not taken. */
class DocumentReadersTest {
    private static final String EXAMPLE =
            """
            objects:
              contact:
                syncEnabled: true
                mappings:
                  - {hubspotProperty: interests, salesforceField: Interests__c, syncRule: Two-way}
            expect: {contact: 3}
            partial: true
            """;

    private static RefusalCode refused(ThrowingCallable read) {
        Refusal refusal = catchThrowableOfType(Refusal.class, read);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }

    private static WantedConfiguration yaml(String text) {
        return ConfigReader.read(Trees.yaml(text));
    }

    @Test
    void yamlDocument_saysWhatIsWanted() {
        WantedConfiguration wanted = yaml(EXAMPLE);

        assertThat(wanted.partial()).isTrue();
        assertThat(wanted.expected()).isEqualTo(Map.of("contact", 3L));
        assertThat(wanted.objects().get(0).syncEnabled()).isTrue();
        assertThat(wanted.objects().get(0).mappings())
                .containsExactly(
                        new WantedMapping(
                                "interests", "Interests__c", SyncRule.TWO_WAY, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objects: &a {}\nexpect: *a",
                "objects: *a",
                "objects: !!map {}",
                "objects: {}\nobjects: {}",
                "objects: {}\n---\nobjects: {}",
                "objects: [",
                "objects: {}\n\u0007: x",
                "a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {}}}}}}}}}}}}}",
                ""
            })
    void yamlThatIsMoreThanPlainData_isRefused(String text) {
        assertThat(refused(() -> yaml(text))).isEqualTo(RefusalCode.BODY_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"application/yaml, objects: {}", "application/json, {\"objects\":{}}"})
    void objectBesidesADocumentThatNamesItsOwn_isRefused(String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);

        assertThat(
                        refused(
                                () ->
                                        ConfigReader.read(
                                                new ByteArrayInputStream(body),
                                                type,
                                                "contact",
                                                null)))
                .isEqualTo(RefusalCode.PARAMETER_MALFORMED);
    }

    @Test
    void aliasesOfAliases_areNotExpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 20; i++) {
            int before = i - 1;
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, before, before));
        }

        assertThat(refused(() -> yaml(bomb.toString()))).isEqualTo(RefusalCode.BODY_MALFORMED);
    }

    @Test
    void exampleDocuments_sayTheSame() {
        WantedConfiguration json = ConfigReader.read(Trees.json(Examples.CONFIG_JSON));
        WantedConfiguration csv = CsvReader.read(Examples.CONFIG_CSV, "contact");

        assertThat(csv.objects().get(0).mappings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(json.objects().get(0).mappings());
        assertThat(yaml(Examples.CONFIG_YAML).objects().get(0).mappings()).hasSize(1);
    }

    /** Option names that look like anything but text in YAML. */
    @Test
    void writtenDocument_readsBackTheSameWhateverOptionsAreCalled() {
        List<String> odd =
                List.of(
                        "yes",
                        "No",
                        "null",
                        "~",
                        "true",
                        "0x1F",
                        "1e3",
                        "0o7",
                        "1_000",
                        "12:30:00",
                        ".inf",
                        "-",
                        "- a",
                        "? b",
                        "a: b",
                        "a #b",
                        "#",
                        "*x",
                        "&x",
                        "!x",
                        "%x",
                        "@x",
                        "`x",
                        "'",
                        "\"",
                        "a'b\"c",
                        "[",
                        "{}",
                        ",",
                        "2026-11-24",
                        " a ",
                        "<<",
                        "=",
                        "---",
                        "...",
                        "\\",
                        "ü€😀",
                        "a\tb",
                        "|",
                        ">",
                        "+1",
                        "1.",
                        ".5",
                        "007");
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 300; run++) {
            Map<String, String> pairs = new HashMap<>();
            for (int i = 0; i < 8; i++) {
                pairs.put(text(odd, random), text(odd, random));
            }
            Mapping mapping =
                    new Mapping(
                            "contact-x",
                            "contact",
                            text(odd, random),
                            text(odd, random),
                            new MappingChoice(SyncRule.TWO_WAY, Fill.ALIGN, pairs),
                            false,
                            new Mapping.Saved(1, null));
            List<ObjectConfiguration> all =
                    List.of(new ObjectConfiguration("contact", true, 1, List.of(mapping)));

            for (String form : List.of("yaml", "json")) {
                String text = form.equals("yaml") ? ConfigWriter.yaml(all) : ConfigWriter.json(all);
                WantedMapping read =
                        ConfigReader.read(form.equals("yaml") ? Trees.yaml(text) : Trees.json(text))
                                .objects()
                                .get(0)
                                .mappings()
                                .get(0);
                assertThat(read)
                        .as(text)
                        .isEqualTo(
                                new WantedMapping(
                                        mapping.hubspotProperty(),
                                        mapping.salesforceField(),
                                        mapping.syncRule(),
                                        mapping.fill(),
                                        mapping.optionPairs()));
            }
        }
    }

    private static String text(List<String> odd, SplittableRandom random) {
        String one = odd.get(random.nextInt(odd.size()));
        String two = random.nextBoolean() ? "" : odd.get(random.nextInt(odd.size()));
        // Control characters are refused everywhere, a tab is one.
        return (one + two).replace("\t", " ");
    }
}
