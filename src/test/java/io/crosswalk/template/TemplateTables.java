package io.crosswalk.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Makes the template's tables where there is no CloudFormation. */
public final class TemplateTables {
    private final Template template = Template.load();
    private final String stack;

    /**
     * @param stack the name of the stack, with which the tables' names begin
     */
    public TemplateTables(String stack) {
        this.stack = stack;
    }

    public void create(DynamoDbClient dynamo) {
        for (Map<String, Object> table : template.properties("AWS::DynamoDB::Table").values()) {
            dynamo.createTable(request(table));
            Object ttl = table.get("TimeToLiveSpecification");
            if (ttl != null) {
                dynamo.updateTimeToLive(
                        b ->
                                b.tableName(name(table))
                                        .timeToLiveSpecification(
                                                s ->
                                                        s.attributeName(text(ttl, "AttributeName"))
                                                                .enabled(true)));
            }
        }
    }

    /** A template with the tables alone, as JSON. */
    public String template() throws JsonProcessingException {
        Map<String, Object> tables = new LinkedHashMap<>(template.resources());
        tables.values()
                .removeIf(
                        resource -> !"AWS::DynamoDB::Table".equals(Template.at(resource, "Type")));
        return new ObjectMapper()
                .writeValueAsString(
                        Map.of(
                                "Parameters",
                                Map.of(
                                        "DeletionProtection",
                                        Template.at(
                                                template.section("Parameters"),
                                                "DeletionProtection")),
                                "Conditions",
                                Map.of(
                                        "IsProtected",
                                        Template.at(template.section("Conditions"), "IsProtected")),
                                "Resources",
                                tables));
    }

    private CreateTableRequest request(Map<String, Object> table) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(name(table))
                        .billingMode(BillingMode.fromValue(text(table, "BillingMode")))
                        .keySchema(keys(table))
                        .attributeDefinitions(attributes(table));
        if (table.containsKey("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(
                    Template.list(table.get("GlobalSecondaryIndexes")).stream()
                            .map(TemplateTables::index)
                            .toList());
        }
        if (table.containsKey("StreamSpecification")) {
            request.streamSpecification(
                    StreamSpecification.builder()
                            .streamEnabled(true)
                            .streamViewType(
                                    text(table.get("StreamSpecification"), "StreamViewType"))
                            .build());
        }
        return request.build();
    }

    private String name(Map<String, Object> table) {
        return text(table.get("TableName"), "Fn::Sub").replace("${AWS::StackName}", stack);
    }

    private static List<KeySchemaElement> keys(Object from) {
        return Template.list(Template.at(from, "KeySchema")).stream()
                .map(
                        key ->
                                KeySchemaElement.builder()
                                        .attributeName(text(key, "AttributeName"))
                                        .keyType(text(key, "KeyType"))
                                        .build())
                .toList();
    }

    private static List<AttributeDefinition> attributes(Object from) {
        return Template.list(Template.at(from, "AttributeDefinitions")).stream()
                .map(
                        attribute ->
                                AttributeDefinition.builder()
                                        .attributeName(text(attribute, "AttributeName"))
                                        .attributeType(text(attribute, "AttributeType"))
                                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Object index) {
        Map<String, Object> projection = Template.map(Template.at(index, "Projection"));
        Projection.Builder attributes =
                Projection.builder().projectionType(text(projection, "ProjectionType"));
        if (projection.containsKey("NonKeyAttributes")) {
            attributes.nonKeyAttributes(
                    Template.list(projection.get("NonKeyAttributes")).stream()
                            .map(Object::toString)
                            .collect(Collectors.toList()));
        }
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(index))
                .projection(attributes.build())
                .build();
    }

    private static String text(Object from, String name) {
        return String.valueOf(Template.at(from, name));
    }
}
