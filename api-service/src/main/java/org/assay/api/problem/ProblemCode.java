package org.assay.api.problem;

import java.util.Locale;

/**
 * What can go wrong, as callers are told. A code is part of the public contract: once published it keeps its name, its
 * status and its meaning. The same codes appear in logs and metrics.
 */
public enum ProblemCode {
    /** A query or path parameter has a wrong form or lies out of its range. */
    INVALID_PARAMETER(400, "A parameter is invalid"),
    /** A page cursor that this service did not issue for this very request. */
    INVALID_CURSOR(400, "The cursor is invalid"),
    /** The body is not readable JSON. */
    MALFORMED_JSON(400, "The body is not valid JSON"),
    /** The request is not readable HTTP, or otherwise malformed. */
    MALFORMED_REQUEST(400, "The request is malformed"),
    /** No API key was presented. */
    API_KEY_MISSING(401, "An API key is needed"),
    /** What was presented cannot be an API key: a typing error, most likely. */
    API_KEY_MALFORMED(401, "The API key is malformed"),
    /** Well formed, and not a key of this installation. */
    API_KEY_UNKNOWN(401, "The API key is unknown"),
    /** The key was valid once and has been revoked. */
    API_KEY_REVOKED(401, "The API key is revoked"),
    /** The key is valid and may not do this. */
    FORBIDDEN(403, "Not allowed"),
    /** There is no such path. */
    ROUTE_NOT_FOUND(404, "No such resource"),
    /** A token id that is not in the directory. */
    UNKNOWN_TOKEN(404, "Unknown token"),
    /** A market that no venue lists. */
    UNKNOWN_MARKET(404, "Unknown market"),
    /** A venue that is not connected. */
    UNKNOWN_VENUE(404, "Unknown venue"),
    /** An index that is not defined. */
    UNKNOWN_INDEX(404, "Unknown index"),
    /** The path exists and does not answer to this method; the Allow header names those it answers to. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** No representation of the kind the Accept header asks for. */
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /** The client took too long to send its request. */
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    /** The body is larger than allowed. */
    CONTENT_TOO_LARGE(413, "The body is too large"),
    /** The request line is longer than allowed. */
    URI_TOO_LONG(414, "The URI is too long"),
    /** The body is of a kind that is not read here. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** The quota of the key's plan is used up; Retry-After says when to come back. */
    RATE_LIMITED(429, "Request cannot be satisfied as assigned quota has been exceeded"),
    /** The header fields are larger than allowed. */
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    /** A defect of this service. */
    INTERNAL_ERROR(500, "Internal error"),
    /** The service is too busy for this request just now. */
    OVERLOADED(503, "Temporarily overloaded"),
    /** Something this service needs for the answer (the database, most likely) does not answer. */
    UPSTREAM_UNAVAILABLE(503, "Temporarily unavailable"),
    /** Any other refusal by the HTTP layer; the status tells. */
    REQUEST_REJECTED(400, "The request was rejected");

    private final int status;
    private final String title;
    private final String code;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
        this.code = name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One line for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable name in snake case, for instance {@code invalid_cursor}. */
    public String code() {
        return code;
    }

    /** The problem type: registered with IANA where there is one, else a page of this service. */
    public String type() {
        return this == RATE_LIMITED
                ? "https://iana.org/assignments/http-problem-types#quota-exceeded"
                : "/problems/" + code;
    }
}
