package org.assay.ratings.panel;

/** The columns of a panel file that mean something here. */
enum Column {
    DATE("date", true),
    SYMBOL("symbol", true),
    OPEN("open", false),
    HIGH("high", false),
    LOW("low", false),
    CLOSE("close", true),
    VOLUME("volume_usd", false),
    MARKET_CAP("market_cap", false),
    SCOPE("vol_scope", false);

    private final String label;
    private final boolean required;

    Column(String label, boolean required) {
        this.label = label;
        this.required = required;
    }

    String label() {
        return label;
    }

    boolean required() {
        return required;
    }
}
