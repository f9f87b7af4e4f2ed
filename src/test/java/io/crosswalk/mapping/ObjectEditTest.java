package io.crosswalk.mapping;

import static io.crosswalk.mapping.Configured.DEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosswalk.records.DynamoLocal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set of an object as a whole, by several people. */
@ExtendWith(DynamoLocal.class)
class ObjectEditTest {
    private static final ObjectEdit MAKING = new ObjectEdit(null, null, Creation.BOTH);
    private static final ObjectEdit BY_ID = new ObjectEdit(null, Matching.ID_ONLY, Creation.OFF);

    private Configured it;

    @BeforeEach
    void installation() throws Exception {
        it = new Configured();
    }

    @Test
    void settingsThatSomebodyChangedSince_areAConflictAndStay() {
        long seen = it.mappings.of(DEAL).version();
        ObjectConfiguration colleagues = it.mappings.settings(DEAL, MAKING, seen);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> it.mappings.settings(DEAL, BY_ID, seen));

        assertThat(refusal.code()).isEqualTo(RefusalCode.VERSION_CONFLICT);
        assertThat(it.mappings.of(DEAL)).isEqualTo(colleagues);
    }

    @Test
    void settingsAtTheVersionThatWasSeen_orWhereItDoesNotMatter_areChanged() {
        long now = it.mappings.settings(DEAL, MAKING, null).version();

        assertThat(it.mappings.settings(DEAL, BY_ID, now).linking())
                .isEqualTo(new LinkPolicy(Matching.ID_ONLY, Creation.OFF));
    }

    @Test
    void whatAnEditDoesNotName_stays() {
        it.mappings.settings(DEAL, MAKING, null);

        ObjectConfiguration off = it.mappings.settings(DEAL, ObjectEdit.sync(false), null);

        assertThat(off.syncEnabled()).isFalse();
        assertThat(off.linking().create()).isEqualTo(Creation.BOTH);
    }
}
