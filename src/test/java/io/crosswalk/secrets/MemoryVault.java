package io.crosswalk.secrets;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vault with one secret, which can be told to fail; counts how often it is asked. */
public final class MemoryVault implements SecretVault {
    public static final String ID = "crosswalk/hubspot";

    private final Map<Stage, Version> versions = new EnumMap<>(Stage.class);
    public @Nullable SecretUnusable failure;
    public boolean readOnly;
    public int reads;

    public MemoryVault store(Stage stage, String json, Instant since) {
        versions.put(stage, new Version(json.replace('\'', '"'), since));
        return this;
    }

    /** What a person does: the version in force becomes the one before. */
    public void rotate(String json, Instant at) {
        versions.put(Stage.PREVIOUS, versions.get(Stage.CURRENT));
        store(Stage.CURRENT, json, at);
    }

    @Override
    public Optional<Version> read(String id, Stage stage) {
        reads++;
        if (failure != null) {
            throw failure;
        }
        return ID.equals(id) ? Optional.ofNullable(versions.get(stage)) : Optional.empty();
    }

    @Override
    public void write(String id, String text) {
        if (failure != null) {
            throw failure;
        }
        if (readOnly) {
            throw new SecretUnusable("Secret '" + id + "' cannot be stored.");
        }
        rotate(text, versions.get(Stage.CURRENT).since());
    }
}
