package io.crosswalk.hubspot;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of the HubSpot account, as far as somebody has configured it: HubSpot's day of
 * calls ends at its midnight, and a moment there is of a day in it.
 */
@Singleton
public final class AccountZone {
    private final @Nullable ZoneId zone;

    @Inject
    AccountZone(HubspotConfig config) {
        this(config.timeZone().orElse(""));
    }

    private AccountZone(String name) {
        try {
            zone = name.isBlank() ? null : ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'crosswalk.hubspot.time-zone' is no time zone such as Europe/Berlin: " + name,
                    e);
        }
    }

    /**
     * @param name such as {@code Europe/Berlin}; blank where nobody has said
     * @throws IllegalArgumentException if there is no such zone
     */
    public static AccountZone named(String name) {
        return new AccountZone(name);
    }

    public Optional<ZoneId> configured() {
        return Optional.ofNullable(zone);
    }

    /** UTC where nobody has said. */
    public ZoneId orUtc() {
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
