package io.crosswalk.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosswalk.records.DynamoLocal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoLocal.class)
class SyncedAtFirstTest {

    @Test
    void objectThatNobodyHasTurnedOn_isOffUntilSomebodyDoes() throws Exception {
        Configured it = new Configured(Set.of());
        assertThat(it.store.settings("deal").syncEnabled()).isFalse();
        assertThat(it.plans.planInForce(Configured.DEAL)).isNull();

        it.mappings.toggle(Configured.DEAL, true);

        assertThat(it.store.settings("deal").syncEnabled()).isTrue();
        assertThat(it.store.settings("company").syncEnabled()).isFalse();
        assertThat(it.store.settings("contact").syncEnabled()).isTrue();
    }

    @Test
    void objectThatIsNone_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Configured(Set.of("companies")))
                .withMessageContaining("'crosswalk.mapping.synced-at-first' names 'companies'");
    }
}
