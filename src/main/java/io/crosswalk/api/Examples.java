package io.crosswalk.api;

/** The examples of the OpenAPI document. A test holds them to what the API answers. */
final class Examples {
    static final String OBJECT =
            """
            {"name": "company", "hubspotType": "companies", "salesforceType": "Account",
             "syncEnabled": false, "syncRequired": false,
             "matching": "ID_THEN_FIELDS", "create": "OFF", "mappingCount": 15,
             "customMappingCount": 1, "version": 4}""";

    static final String OBJECTS = "{\"items\": [" + OBJECT + "], \"next\": null}";

    private static final String USED =
            "\"used\": 15, \"usedByPriority\": {\"EDIT\": 12, \"RECONCILE\": 3, \"BACKFILL\": 0}";

    private static final String OBJECT_STATUSES =
            """
            [{"object": "contact", "syncEnabled": true, "text":
              "2519 of 2600 mapped fields of 200 linked records in step; 1 differ without a reason, the oldest since 2026-11-24T09:30:00Z.",
              "drift": {"startedAt": "2026-11-24T09:45:00Z", "sweptAt": "2026-11-24T09:45:00Z",
               "links": 200, "unmet": 0, "compared": 2600, "inStep": 2519,
               "differing": {"FIRST_CONTACT": 80, "UNEXPLAINED": 1},
               "unexplained": {"count": 1, "oldestSince": "2026-11-24T09:30:00Z", "examples": [
                {"hubspotId": "100016", "salesforceId": "0035g00000000GNAAY",
                 "mappingId": "contact-jobtitle", "since": "2026-11-24T09:30:00Z"}]},
               "mappings": {"contact-jobtitle": {"FIRST_CONTACT": 80, "UNEXPLAINED": 1}}},
              "sweep": null,
              "catchUp": [{"side": "HUBSPOT", "position": "2026-11-24T09:44:58Z", "ageSeconds": 12,
               "lastSuccess": "2026-11-24T09:45:00Z", "lastFailure": null},
               {"side": "SALESFORCE", "position": "2026-11-24T09:41:12Z", "ageSeconds": 238,
               "lastSuccess": "2026-11-24T09:44:00Z", "lastFailure":
                {"code": "SERVER_UNAVAILABLE", "message":
                 "Cannot find changed records in Salesforce: Salesforce answers 503 SERVER_UNAVAILABLE",
                 "severity": "WARNING", "at": "2026-11-24T09:45:00Z"}}],
              "pausedMappings": []}]""";

    static final String STATUS =
            """
            {"watchOnly": false, "budgets": {
              "hubspot": {
                "window": {"limit": 100, "left": 85,"""
                    + USED
                    + """
            },
                "search": {"limit": 50, "left": 35,"""
                    + USED
                    + """
            },
                "day": {"limit": 625000, "used": 20480, "left": 604520, "source": "HEADER",
                 "resetsAt": "2026-11-25T23:00:00Z"},
                "concurrent": null, "closedUntil": "2026-11-25T09:30:10Z",
                "closedFor": "TEN_SECONDLY_ROLLING", "seenAt": "2026-11-25T09:29:58Z"},
              "salesforce": {
                "window": {"limit": null, "left": null,"""
                    + USED
                    + """
            },
                "search": null,
                "day": {"limit": 115000, "used": 9100, "left": 105900, "source": "HEADER",
                 "resetsAt": null},
                "concurrent": {"limit": 10, "used": 2}, "closedUntil": null,
                "closedFor": null, "seenAt": "2026-11-25T09:29:58Z"}},
             "due": {"due": 4, "writing": 0, "waiting": 120, "more": false,
              "oldestSince": "2026-11-25T09:29:31Z"},
             "objects":"""
                    + OBJECT_STATUSES
                    + "}";

    static final String TOGGLE = "{\"syncEnabled\": false}";

    static final String LINK = "{\"salesforceId\": \"0035g00000000GNAAY\"}";

    static final String MAPPING_CREATE =
            """
            {"hubspotProperty": "interests", "salesforceField": "Interests__c",
             "syncRule": "TWO_WAY", "fill": "none"}""";

    static final String MAPPING_CHANGE =
            """
            {"syncRule": "PREFER_SALESFORCE_UNLESS_BLANK",
             "optionPairs": {"low": "Cold", "high": "Hot"}}""";

    static final String MAPPING =
            """
            {"id": "contact-interests-7hq2mzk4x9", "hubspotProperty": "interests",
             "salesforceField": "Interests__c", "syncRule": "TWO_WAY",
             "syncRuleLabel": "Two-way", "fill": "none", "optionPairs": {}, "standard": false,
             "version": 1, "savedAt": "2026-11-24T09:30:00Z"}""";

    static final String MAPPINGS = "{\"items\": [" + MAPPING + "], \"next\": null}";

    static final String LAST_WRITES =
            """
            {"items": [{"mappingId": "contact-jobtitle", "at": "2026-11-24T09:30:00Z",
             "entries": true, "writes": "SALESFORCE", "hubspotId": "100016",
             "salesforceId": "0035g00000000GNAAY"}], "next": null}""";

    static final String RULES =
            """
            {"items": [{"name": "ALWAYS_USE_SALESFORCE", "label": "Always use Salesforce",
             "summary": "Salesforce wins, blank included; it is never written.",
             "writesHubspot": true, "writesSalesforce": false, "examples": [
              {"situation": "SALESFORCE_EDITED",
               "given": "HubSpot says ‘CTO’, and Salesforce is changed to ‘CEO’",
               "hubspot": "CTO", "salesforce": "CEO", "decision": "SALESFORCE_CHANGED",
               "writes": "HUBSPOT", "outcome": "HubSpot becomes ‘CEO’", "reason":
               "Salesforce has a new value and HubSpot is unchanged, so HubSpot takes the value from Salesforce."}]}],
             "next": null}""";

    static final String RELEASED =
            """
            {"object": "contact", "mappingId": "contact-jobtitle", "paused": false}""";

    static final String DIFFERENCES =
            """
            {"items": [{"hubspotId": "100016", "salesforceId": "0035g00000000GNAAY", "fields": [
             {"mappingId": "contact-jobtitle", "reason": "FIRST_CONTACT", "explained": true,
              "since": "2026-11-24T09:30:00Z"}]}], "next": "0~contact/hubspot/100016"}""";

    static final String REFRESHED =
            """
            {"hubspotProperty": "leadsource", "salesforceField": "LeadSource",
             "added": [{"value": "Trade Show", "label": "Trade Show"}], "skipped": [],
             "optionCount": 12}""";

    static final String PROPERTIES =
            """
            {"items": [{"name": "interests", "label": "Interests", "type": "checkbox",
             "custom": true, "readOnly": false, "hidden": false,
             "options": [{"value": "Cloud", "label": "Cloud"}],
             "mappedBy": null, "mappable": true, "whyNot": null}], "next": "interests"}""";

    static final String FIELDS =
            """
            {"items": [{"name": "Secret_Code__c", "label": "Secret Code",
             "type": "encryptedstring", "custom": true, "readOnly": false, "required": false,
             "length": 20, "precision": 0, "scale": 0, "restricted": false, "referenceTo": [],
             "options": [], "mappedBy": null, "mappable": false,
             "whyNot": {"code": "TYPE_MISMATCH", "detail":
               "Cannot map field 'Secret_Code__c' (encryptedstring): no type of property fits it. Choose a field of another type."}}],
             "next": null}""";

    static final String PARTNERS =
            """
            {"items": [{"name": "Interests__c", "label": "Interests", "type": "multipicklist",
             "fit": "STRICT", "syncRules": ["TWO_WAY", "DONT_SYNC"], "mappedBy": null}],
             "next": null}""";

    static final String CONFIG_YAML =
            """
            objects:
              contact:
                syncEnabled: true
                mappings:
                  - hubspotProperty: interests
                    salesforceField: Interests__c
                    syncRule: TWO_WAY
                    fill: none
            partial: true
            """;

    static final String CONFIG_JSON =
            """
            {"partial": true, "objects": {"contact": {"mappings": [
             {"hubspotProperty": "interests", "salesforceField": "Interests__c",
              "syncRule": "TWO_WAY"}]}}}""";

    static final String CONFIG_CSV =
            """
            property,field,rule
            interests,Interests__c,Two-way
            """;

    static final String PLAN =
            """
            {"applied": false, "changeCount": 1, "refusalCount": 0, "versions": {"contact": 3},
             "objects": [{"object": "contact", "toggle": null, "linking": null, "changes": [
              {"action": "CREATE", "id": null, "hubspotProperty": "interests",
               "salesforceField": "Interests__c", "standard": false, "before": null,
               "after": {"syncRule": "TWO_WAY", "fill": "none", "optionPairs": {}}}],
              "refusals": []}], "unread": []}""";

    static final String BACKFILL =
            """
            {"object": "contact", "mappings": ["contact-jobtitle"], "fill": "align",
             "filter": {"property": "lifecyclestage", "operator": "EQ", "values": ["lead"]}}""";

    static final String UNDO_ENTRIES =
            """
            {"entries": [{"object": "contact", "hubspotId": "100016",
             "at": "2026-11-24T09:30:00.120Z#100000"}]}""";

    static final String UNDO_RUN = "{\"run\": \"20261124-093000120-k3f9\"}";

    static final String UNDO_MAPPING =
            """
            {"object": "contact", "mapping": "contact-jobtitle",
             "since": "2026-11-24T09:30:00Z"}""";

    static final String MALFORMED =
            """
            {"type": "about:blank", "title": "Bad Request", "status": 400, "code": "MEMBER_MISSING",
             "detail": "Member 'syncRule' is missing. It must be there."}""";

    static final String NOT_FOUND =
            """
            {"type": "about:blank", "title": "Not Found", "status": 404, "code": "UNKNOWN_OBJECT",
             "detail": "There is no object 'lead'. The objects are [contact, company, deal]."}""";

    static final String CONFLICT =
            """
            {"type": "about:blank", "title": "Conflict", "status": 409,
             "code": "PROPERTY_ALREADY_MAPPED", "detail":
             "Cannot map property 'email' to field 'Interests__c': the property is mapped to field 'Email' already, by mapping 'contact-email'. It is a standard mapping: set it to 'Don't sync' first, or choose another pair."}""";

    static final String STALE =
            """
            {"type": "about:blank", "title": "Precondition Failed", "status": 412,
             "code": "VERSION_CONFLICT", "detail":
             "Mapping 'contact-email' is at version 3, not at 2: somebody changed it. Read it again, then decide."}""";

    static final String TOO_LARGE =
            """
            {"type": "about:blank", "title": "Content Too Large", "status": 413,
             "code": "PAYLOAD_TOO_LARGE", "detail":
             "The body is larger than 1000000 bytes, so it was not read. Send less at a time."}""";

    static final String MISMATCH =
            """
            {"type": "about:blank", "title": "Unprocessable Content", "status": 422,
             "code": "TYPE_MISMATCH", "detail":
             "Cannot map property 'interests' (checkbox) to field 'Title' (string): checkbox maps to multipicklist. Choose such a field, or a property of type text or phonenumber."}""";

    static final String UNAVAILABLE =
            """
            {"type": "about:blank", "title": "Service Unavailable", "status": 503,
             "code": "UNAVAILABLE", "detail": "HubSpot cannot be reached now. Try again later."}""";

    private Examples() {}

    static final String RETRIED =
            """
            {
              "object": "contact",
              "mappingId": "contact-phone",
              "problems": 412
            }
            """;
}
