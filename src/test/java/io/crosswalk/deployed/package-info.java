/**
 * What was packaged, run as Lambda runs it: a process per function, against an emulator of Lambda's
 * Runtime API, a DynamoDB with the template's tables and the simulated CRMs.
 *
 * <p>Reading order: {@code DeployedFunctionsIT}, {@code RuntimeApi}, {@code FunctionProcess},
 * {@code Artifact}, {@code World}.
 *
 * <p>Invariant: nothing of the product runs in the test's own process, and nothing listens beyond
 * loopback, but for LocalStack's container where that is the DynamoDB.
 */
@NullMarked
package io.crosswalk.deployed;

import org.jspecify.annotations.NullMarked;
