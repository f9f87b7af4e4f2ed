/**
 * Development and tests without a cloud: DynamoDB Local in the process, and a driver that stands
 * where API Gateway, EventBridge, the stream and the scheduler stand in AWS. It calls the same
 * functions with the same events.
 *
 * <p>Reading order: {@code LocalDynamo}, {@code LocalStages}, {@code LocalStream}, {@code
 * LocalRoutes}, {@code LocalSchedule}.
 *
 * <p>Invariant: nothing here is in the deployed artifact, and nothing else depends on it.
 */
@NullMarked
package io.crosswalk.local;

import org.jspecify.annotations.NullMarked;
