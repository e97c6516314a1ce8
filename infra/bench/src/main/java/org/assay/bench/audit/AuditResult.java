package org.assay.bench.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an audit of candles came to. */
public final class AuditResult {

    private static final int SHOWN = 20;

    private long minutes;
    private long trades;
    private long wrong;
    private final List<String> examples = new ArrayList<>();

    void add(String market, Instant minute, long expectedTrades, String difference) {
        minutes++;
        trades += expectedTrades;
        if (!difference.isEmpty()) {
            wrong++;
            if (examples.size() < SHOWN) {
                examples.add(market + " " + minute + ": " + difference.strip());
            }
        }
    }

    /** Candles that were compared. */
    public long minutes() {
        return minutes;
    }

    /** Trades that happened in them. */
    public long trades() {
        return trades;
    }

    /** Candles that differ. */
    public long wrong() {
        return wrong;
    }

    /** The first differences, for a person to read. */
    public List<String> examples() {
        return List.copyOf(examples);
    }
}
