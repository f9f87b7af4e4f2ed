package io.crosswalk.mapping;

/** Every reason to refuse a request, with its HTTP status. The names are stable. */
public enum RefusalCode {
    UNKNOWN_OBJECT(404, "The path or the document names an object that Crosswalk does not know."),
    NOT_FOUND(404, "The path names something that is not there."),
    MAPPING_NOT_FOUND(404, "The object has no mapping of this id."),
    METHOD_NOT_ALLOWED(405, "The path has no such method; 'Allow' says which it has."),
    NOT_ACCEPTABLE(406, "The answer has none of the media types that 'Accept' allows."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not understood."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than what is read."),
    PARAMETER_MISSING(400, "A parameter that is needed is missing."),
    PARAMETER_MALFORMED(400, "A parameter or header has a form that it cannot have."),
    BODY_MALFORMED(400, "The body, or a row of it, cannot be read as what it should be."),
    MEMBER_UNKNOWN(400, "The body has a member that means nothing here."),
    MEMBER_MISSING(400, "The body lacks a member, or a row of it a cell."),
    MEMBER_MALFORMED(400, "A member or a cell of the body has a type or form that it cannot have."),
    OBJECT_SYNC_OFF(409, "Sync of the object must be on before its mappings can be made."),
    OBJECT_SYNC_REQUIRED(409, "Sync of this object cannot be turned off."),
    PROPERTY_NOT_FOUND(422, "HubSpot has no such property, or hides it from Crosswalk."),
    FIELD_NOT_FOUND(422, "Salesforce has no such field, or hides it from the integration user."),
    PROPERTY_ALREADY_MAPPED(409, "The property has a mapping already."),
    FIELD_ALREADY_MAPPED(409, "The field has a mapping already."),
    MAPPING_LIMIT_REACHED(409, "The object has 500 mappings, standard ones counted."),
    USER_PROPERTY_NOT_MAPPABLE(422, "A property that refers to HubSpot users cannot be mapped."),
    LINK_PROPERTY_NOT_MAPPABLE(422, "The property holds the Salesforce id that links records."),
    TYPE_MISMATCH(422, "The property's type and the field's type do not go together."),
    PROPERTY_READ_ONLY(422, "The rule writes a property that HubSpot lets nobody write."),
    FIELD_READ_ONLY(422, "The rule writes a field that the integration user cannot write."),
    OWNER_MAPPING_TWO_WAY_ONLY(422, "Owners are synced two-way or not at all."),
    OPTION_PAIRS_NOT_APPLICABLE(422, "Only mappings between lists of options take option pairs."),
    OPTION_PAIRS_NOT_ONE_TO_ONE(422, "Two options are paired with the same value."),
    OPTION_UNKNOWN(422, "An option pair names an option that its CRM does not have."),
    MAPPING_PAIR_FIXED(409, "A mapping keeps its property and its field."),
    STANDARD_MAPPING_NOT_DELETABLE(409, "A standard mapping can only be set to Don't sync."),
    MAPPING_NOT_PAUSED(409, "The mapping is not paused, so there is nothing to release."),
    OPTIONS_NOT_REFRESHABLE(422, "The mapping has no options to add, or none can be added."),
    CONFIGURATION_REFUSED(422, "Parts of the document were refused, so nothing was applied."),
    CONFIGURATION_TOO_LARGE(422, "One object's mappings take more space than there is for them."),
    CREATION_NEEDS_MATCHING(
            422, "Records are made only where they are looked for by their fields."),
    RECORD_NOT_FOUND(422, "A CRM has no record of the id that the request names."),
    LINKED_OTHERWISE(409, "One of the two records has another partner."),
    NAMED_OTHERWISE(409, "The Salesforce id on the HubSpot record says otherwise."),
    STILL_IN_HUBSPOT(409, "HubSpot still shows the record that is to be forgotten."),
    VERSION_CONFLICT(412, "What shall be changed is not what the request says that it is."),
    CHANGED_TOO_OFTEN(409, "Others kept changing the same object; nothing was changed."),
    MAPPING_NOT_SYNCED(
            409, "The mapping is set to Don't sync, so there is nothing to bring in step."),
    FILTER_REFUSED(422, "HubSpot's search refuses the filter."),
    CRM_REFUSED(422, "A CRM refuses what the request needs of it, and would refuse it again."),
    RUN_NOT_FOUND(404, "There is no run of this id."),
    RUN_STATE(409, "The run's state or kind does not allow it."),
    WATCH_ONLY(
            409, "Crosswalk only watches (crosswalk.sync.watch-only), so nothing can be written."),
    RUN_LIMIT_REACHED(409, "So many runs are open already; end one of them first."),
    JOURNAL_ENTRY_NOT_FOUND(
            404, "The journal does not have the entry, or does not have it any more."),
    WEBHOOK_NOT_JSON(400, "The webhook's body is not JSON."),
    WEBHOOK_NOT_AN_ARRAY(400, "The webhook's body is not an array."),
    WEBHOOK_NOT_AN_EVENT(400, "The webhook's array holds something else than objects."),
    WEBHOOK_TOO_MANY_EVENTS(400, "HubSpot sends at most 100 events in one request."),
    SIGNATURE_MISSING(401, "The request has no signature of version 3."),
    SIGNATURE_MISMATCH(401, "The signature does not fit the request."),
    SIGNATURE_STALE(401, "The signature's time is more than five minutes away."),
    TOKEN_MISSING(401, "Nobody has checked a token of whoever asks."),
    HOST_NOT_ALLOWED(403, "The server is called by a name that is not its own."),
    CROSS_SITE_REQUEST(403, "A page of another site asked for a change."),
    INTERNAL_ERROR(500, "Something on our side failed; nothing was stored."),
    BAD_GATEWAY(
            502, "The HTTP server behind the function 'api' cannot be reached, or says too much."),
    UNAVAILABLE(503, "Storage or a CRM cannot be reached now."),
    GATEWAY_TIMEOUT(504, "The HTTP server behind the function 'api' did not answer in time.");

    private final int status;
    private final String meaning;

    RefusalCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    /** What HTTP calls the status (RFC 9110). */
    public String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> throw new AssertionError(this);
        };
    }

    /** One sentence for people; the documentation's table has the same. */
    public String meaning() {
        return meaning;
    }
}
