package org.assay.standalone.folder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an installation's market data comes from. A data folder keeps to one: simulated and real prices do not mix. */
public enum MarketData {
    LIVE,
    SIMULATED,
    RECORDED;

    /** As kept in the data folder. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MarketData> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
