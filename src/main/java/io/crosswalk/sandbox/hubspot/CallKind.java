package io.crosswalk.sandbox.hubspot;

import java.util.Locale;

/** What calls are counted and failed by. */
enum CallKind {
    LIST,
    GET,
    CREATE,
    PATCH,
    ARCHIVE,
    BATCH_READ,
    BATCH_CREATE,
    BATCH_UPDATE,
    BATCH_UPSERT,
    BATCH_ARCHIVE,
    ASSOCIATION_READ,
    ASSOCIATION_WRITE,
    SEARCH,
    MERGE,
    GDPR_DELETE,
    PROPERTIES,
    PIPELINES,
    OWNERS,
    TOKEN,
    ACCESS,
    OTHER;

    /** As control calls write it: {@code batch_read}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
