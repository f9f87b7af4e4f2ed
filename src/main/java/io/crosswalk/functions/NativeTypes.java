package io.crosswalk.functions;

import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Types of others that are written as JSON, and that nobody else registers for the native image.
 * Without the first, a native function that reports an error ends instead.
 */
@RegisterForReflection(targets = FunctionError.class)
final class NativeTypes {
    private NativeTypes() {}
}
