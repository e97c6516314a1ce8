package org.assay.ingest.venue;

/** What a stream carries. */
public enum Channel {
    TRADES("trades"),
    /** Best bid and offer. */
    QUOTES("quotes");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /** The name in records, metrics and the API. */
    public String code() {
        return code;
    }
}
