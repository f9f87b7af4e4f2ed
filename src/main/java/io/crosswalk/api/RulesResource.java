package io.crosswalk.api;

import io.crosswalk.mapping.Refusal;
import io.crosswalk.mapping.RefusalCode;
import io.crosswalk.rules.Decision;
import io.crosswalk.rules.RuleExample;
import io.crosswalk.rules.RuleSituation;
import io.crosswalk.rules.Side;
import io.crosswalk.rules.SyncRule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the sync rules do, decided by what decides for records too. */
@Path("/api/sync-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Objects and mappings")
@APIResponse(ref = "Malformed", responseCode = "400")
@APIResponse(ref = "Otherwise", responseCode = "default")
public class RulesResource {
    private static final int VALUE_LENGTH_MAX = 200;

    /**
     * @param summary the rule in a sentence
     * @param writesHubspot whether any situation has it write HubSpot
     */
    public record RuleView(
            @Schema(ref = "SyncRule") String name,
            String label,
            String summary,
            boolean writesHubspot,
            boolean writesSalesforce,
            List<ExampleView> examples) {

        static RuleView of(SyncRule rule, String hubspot, String salesforce) {
            return new RuleView(
                    rule.name(),
                    rule.label(),
                    rule.summary(),
                    rule.mayWrite(Side.HUBSPOT),
                    rule.mayWrite(Side.SALESFORCE),
                    RuleExample.of(rule, hubspot, salesforce).stream()
                            .map(ExampleView::of)
                            .toList());
        }
    }

    /**
     * @param hubspot what the property holds before it is decided; "" is blank
     * @param decision the row of the rule's table
     * @param writes the side that takes the other's value; null when nothing is written
     * @param outcome what becomes of it, in words
     */
    public record ExampleView(
            @Schema(implementation = RuleSituation.class, type = SchemaType.STRING)
                    String situation,
            String given,
            String hubspot,
            String salesforce,
            @Schema(implementation = Decision.class, type = SchemaType.STRING) String decision,
            @Schema(nullable = true) @Nullable Side writes,
            String outcome,
            String reason) {

        static ExampleView of(RuleExample example) {
            Decision decision = example.decision();
            return new ExampleView(
                    example.situation().name(),
                    example.given(),
                    example.hubspot().inHubspot(),
                    example.salesforce().inSalesforce(),
                    decision.name(),
                    decision.writes(),
                    example.outcome(),
                    decision.reason());
        }
    }

    @GET
    @Operation(
            summary = "The sync rules, and what each makes of every kind of situation",
            description = "'hubspot' and 'salesforce' are the values to tell it with.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Answers.RulePage.class),
                            examples = @ExampleObject(name = "one", value = Examples.RULES)))
    public Page<RuleView> rules(
            @QueryParam("hubspot") @Nullable String hubspot,
            @QueryParam("salesforce") @Nullable String salesforce) {
        String ofProperty = value("hubspot", hubspot, "CTO");
        String ofField = value("salesforce", salesforce, "CEO");
        return new Page<>(
                Stream.of(SyncRule.values())
                        .map(it -> RuleView.of(it, ofProperty, ofField))
                        .toList(),
                null);
    }

    private static String value(String parameter, @Nullable String value, String otherwise) {
        if (value != null && (value.isEmpty() || value.length() > VALUE_LENGTH_MAX)) {
            throw new Refusal(
                    RefusalCode.PARAMETER_MALFORMED,
                    "Parameter '" + parameter + "' has 1 to " + VALUE_LENGTH_MAX + " characters.");
        }
        return value == null ? otherwise : value;
    }
}
