package io.crosswalk.sandbox;

import io.crosswalk.sandbox.Dataset.Seed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The six who own records: HubSpot's owners and Salesforce's users, alike by e-mail. */
final class People {
    static final int COUNT = 6;

    private static final List<String> NAMES =
            List.of(
                    "Amara Diallo",
                    "Bruno Keller",
                    "Carla Mendes",
                    "Dai Nakano",
                    "Edda Holm",
                    "Finn Gallagher");
    private static final int ARCHIVED_OWNER = 4;
    private static final int INACTIVE_USER = 5;
    private static final Instant CREATED_AT = Instant.parse("2024-03-01T08:00:00Z");

    private People() {}

    static String ownerId(int index) {
        return Integer.toString(5_101 + index);
    }

    static String userId(int index) {
        return SalesforceIds.id("005", 1_000L + index);
    }

    static Seed owner(int index) {
        String[] name = NAMES.get(index).split(" ");
        Map<String, String> values =
                Map.of(
                        "email", email(name),
                        "firstName", name[0],
                        "lastName", name[1],
                        "userId", Integer.toString(75_514_701 + index),
                        "archived", Boolean.toString(index == ARCHIVED_OWNER));
        return new Seed("owners", ownerId(index), values, CREATED_AT);
    }

    static Seed user(int index) {
        String[] name = NAMES.get(index).split(" ");
        Map<String, String> values =
                Map.of(
                        "Email",
                        email(name),
                        "Username",
                        email(name) + ".sandbox",
                        "FirstName",
                        name[0],
                        "LastName",
                        name[1],
                        "Name",
                        NAMES.get(index),
                        "IsActive",
                        Boolean.toString(index != INACTIVE_USER));
        return new Seed("User", userId(index), values, CREATED_AT);
    }

    private static String email(String[] name) {
        return (name[0] + "." + name[1] + "@crosswalk-sandbox.example").toLowerCase(Locale.ROOT);
    }
}
