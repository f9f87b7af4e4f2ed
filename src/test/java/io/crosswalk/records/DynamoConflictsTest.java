package io.crosswalk.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Changes that meet somebody's transaction at the same item. */
class DynamoConflictsTest {
    private static final UpdateItemRequest UPDATE = UpdateItemRequest.builder().build();

    /** Fails as told, then does what it is asked; counts the calls. */
    private static final class FailingClient implements DynamoDbClient {
        private final Deque<AwsServiceException> failures = new ArrayDeque<>();
        private int calls;

        FailingClient(AwsServiceException... failures) {
            this.failures.addAll(Arrays.asList(failures));
        }

        static FailingClient always(AwsServiceException failure) {
            AwsServiceException[] many = new AwsServiceException[50];
            Arrays.fill(many, failure);
            return new FailingClient(many);
        }

        private <T> T answer(T answer) {
            calls++;
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            return answer;
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            return answer(UpdateItemResponse.builder().build());
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            return answer(TransactWriteItemsResponse.builder().build());
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private static AwsServiceException conflict() {
        return TransactionConflictException.builder().build();
    }

    private static AwsServiceException canceled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        Arrays.stream(codes)
                                .map(code -> CancellationReason.builder().code(code).build())
                                .toList())
                .build();
    }

    private static boolean transacted(FailingClient client) {
        return new DynamoConflicts(client).transact(List.of());
    }

    @Test
    void updateMeetsATransaction_isRepeatedUntilThatIsThrough() {
        FailingClient client = new FailingClient(conflict(), conflict());

        new DynamoConflicts(client).update(UPDATE);

        assertThat(client.calls).isEqualTo(3);
    }

    @Test
    void updateMeetsTransactionsAgainAndAgain_failsInTheEnd() {
        FailingClient client = FailingClient.always(conflict());

        assertThatThrownBy(() -> new DynamoConflicts(client).update(UPDATE))
                .isInstanceOf(TransactionConflictException.class);

        assertThat(client.calls).isEqualTo(6);
    }

    @Test
    void conditionOfAnUpdateDoesNotHold_isNotRepeated() {
        FailingClient client = new FailingClient(ConditionalCheckFailedException.builder().build());

        assertThatThrownBy(() -> new DynamoConflicts(client).update(UPDATE))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void transactionMeetsAnother_isRepeatedAndTakesPlace() {
        FailingClient client = new FailingClient(canceled("None", "TransactionConflict"));

        assertThat(transacted(client)).isTrue();

        assertThat(client.calls).isEqualTo(2);
    }

    @Test
    void transactionMeetsOthersAgainAndAgain_isNotTakenForAConditionThatDoesNotHold() {
        FailingClient client = FailingClient.always(canceled("TransactionConflict", "None"));

        assertThatThrownBy(() -> transacted(client))
                .isInstanceOf(TransactionCanceledException.class);

        assertThat(client.calls).isEqualTo(6);
    }

    @Test
    void conditionInATransactionDoesNotHold_isToldAtOnce() {
        FailingClient client =
                new FailingClient(canceled("TransactionConflict", "ConditionalCheckFailed"));

        assertThat(transacted(client)).isFalse();

        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void transactionIsThrottledOrTooLarge_isAFailureAndNoAnswer() {
        for (String code : List.of("ThrottlingError", "ValidationError")) {
            FailingClient client = new FailingClient(canceled("None", code));

            assertThatThrownBy(() -> transacted(client))
                    .isInstanceOf(TransactionCanceledException.class);
        }
    }
}
