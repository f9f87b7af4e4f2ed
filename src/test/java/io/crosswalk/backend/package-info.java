/**
 * What stands in for AWS in tests: a DynamoDB whose tables come from {@code template.yaml}.
 *
 * <p>{@code -Dcrosswalk.test.dynamodb=} {@code local} (the default), {@code moto} or {@code
 * localstack}; {@code -Pmoto} and {@code -Plocalstack} set it.
 */
@NullMarked
package io.crosswalk.backend;

import org.jspecify.annotations.NullMarked;
