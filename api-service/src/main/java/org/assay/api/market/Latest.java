package org.assay.api.market;

import java.util.Map;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Quote;

/**
 * What was last heard of markets, by market id.
 *
 * @param available false when nothing could be learnt; then both maps are empty
 * @param minutes the candle of each market's newest minute
 */
record Latest(boolean available, Map<String, Quote> quotes, Map<String, Candle> minutes) {

    static final Latest UNAVAILABLE = new Latest(false, Map.of(), Map.of());
}
