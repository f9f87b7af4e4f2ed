/**
 * What stands in for AWS in tests: a DynamoDB whose tables come from {@code template.yaml}.
 *
 * <p>{@code -Dcrosswalk.test.dynamodb=} {@code local} (the default), {@code moto} or {@code
 * localstack}; {@code -Pmoto} and {@code -Plocalstack} set it. Stores' tests ask {@code
 * records.DynamoLocal} for it, the packaged functions' {@code deployed.World}, and the application
 * in tests gets it from {@code ServerOfTheApplication}.
 */
@NullMarked
package io.crosswalk.backend;

import org.jspecify.annotations.NullMarked;
