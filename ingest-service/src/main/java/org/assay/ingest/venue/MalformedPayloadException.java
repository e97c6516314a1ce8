package org.assay.ingest.venue;

/**
 * A frame or answer cannot be read. Carries one of the stable codes of a dead letter.
 *
 * <p>What the payload's earlier parts said has been delivered before this is thrown.
 */
public final class MalformedPayloadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Code code;

    public MalformedPayloadException(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    public MalformedPayloadException(Code code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** Why a payload cannot be read. */
    public enum Code {
        MALFORMED_JSON("malformed_json"),
        MISSING_FIELD("missing_field"),
        BAD_NUMBER("bad_number"),
        BAD_TIME("bad_time"),
        /** Over REST: the venue does not know the market. */
        UNKNOWN_MARKET("unknown_market"),
        /** Over REST, with status 200: the venue asks to be called less often. Worth another try, later. */
        RATE_LIMITED("rate_limited"),
        /** Over REST, with status 200: the venue answered with an error of its own; the reason has its text. */
        REFUSED("refused"),
        OVERSIZED("oversized");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        /** The code as it stands in records, logs and metrics. */
        public String text() {
            return text;
        }
    }
}
