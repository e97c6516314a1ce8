package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ratings.market.MarketRegime;
import org.jspecify.annotations.Nullable;

/**
 * All that indices know after the close of a day.
 *
 * @param day the UTC day
 * @param regime of the market after that close
 * @param candidates by symbol, ascending
 */
public record MarketSnapshot(LocalDate day, MarketRegime regime, Map<String, Candidate> candidates) {

    public MarketSnapshot {
        candidates = Collections.unmodifiableMap(new TreeMap<>(candidates));
    }

    /** From a list of tokens; of doubled symbols the last counts. */
    public static MarketSnapshot of(LocalDate day, MarketRegime regime, List<Candidate> candidates) {
        Map<String, Candidate> bySymbol = new TreeMap<>();
        candidates.forEach(candidate -> bySymbol.put(candidate.symbol(), candidate));
        return new MarketSnapshot(day, regime, bySymbol);
    }

    /** The day's close of a token; absent when it has none. */
    @Nullable
    Double price(String symbol) {
        Candidate candidate = candidates.get(symbol);
        return candidate == null ? null : candidate.close();
    }
}
