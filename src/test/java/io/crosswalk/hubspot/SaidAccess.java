package io.crosswalk.hubspot;

import io.crosswalk.records.CrmUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of the app what a test wants it to; nothing at first. */
public final class SaidAccess implements HubspotAccess {
    private @Nullable Granted said;
    private @Nullable Granted saidAnew;
    private boolean away;

    public SaidAccess scopes(String... scopes) {
        said = granted(scopes);
        saidAnew = said;
        away = false;
        return this;
    }

    /** What is kept is another answer than the one that comes when HubSpot is asked again. */
    public SaidAccess scopesAnew(String... scopes) {
        saidAnew = granted(scopes);
        return this;
    }

    public void away() {
        away = true;
    }

    private static Granted granted(String... scopes) {
        return new Granted(Set.of(scopes), OptionalLong.empty(), OptionalLong.empty());
    }

    @Override
    public Optional<Granted> granted() {
        if (away) {
            throw new CrmUnavailable("TIMEOUT", "HubSpot does not answer", Duration.ZERO);
        }
        return Optional.ofNullable(said);
    }

    @Override
    public void forgetGranted() {
        said = saidAnew;
    }
}
