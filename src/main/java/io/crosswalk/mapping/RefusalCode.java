package io.crosswalk.mapping;

/** Every reason to refuse a request, with its HTTP status. The names are stable. */
public enum RefusalCode {
    /** The path names an object that Crosswalk does not know. */
    UNKNOWN_OBJECT(404),
    /** The path names something that is not there. */
    NOT_FOUND(404),
    /** The method does not fit the path. */
    METHOD_NOT_ALLOWED(405),
    /** The body's media type is not understood. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** A parameter that is needed is missing. */
    PARAMETER_MISSING(400),
    /** A parameter has a form that it cannot have. */
    PARAMETER_MALFORMED(400),
    /** The body cannot be read as what it should be. */
    BODY_MALFORMED(400),
    /** The webhook's body is not JSON. */
    WEBHOOK_NOT_JSON(400),
    /** The webhook's body is not an array. */
    WEBHOOK_NOT_AN_ARRAY(400),
    /** The webhook's array holds something else than objects. */
    WEBHOOK_NOT_AN_EVENT(400),
    /** HubSpot sends at most 100 events in one request. */
    WEBHOOK_TOO_MANY_EVENTS(400),
    /** The request has no signature of version 3. */
    SIGNATURE_MISSING(401),
    /** The signature does not fit the request. */
    SIGNATURE_MISMATCH(401),
    /** The signature's time is more than five minutes away. */
    SIGNATURE_STALE(401),
    /** Something on our side failed; nothing was stored. */
    INTERNAL_ERROR(500),
    /** Storage or a CRM cannot be reached now. */
    UNAVAILABLE(503);

    private final int status;

    RefusalCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
