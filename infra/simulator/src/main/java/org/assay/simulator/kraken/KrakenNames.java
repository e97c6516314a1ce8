package org.assay.simulator.kraken;

import java.util.Map;
import org.assay.simulator.universe.Market;

/**
 * How REST names a market: the old assets carry an X, currencies a Z, bitcoin is XBT and dogecoin XDG there.
 *
 * @param pair the key of the pair in answers, for instance {@code XXBTZUSD}
 * @param altname for instance {@code XBTUSD}
 * @param wsname for instance {@code XBT/USD}
 * @param base for instance {@code XXBT}
 * @param quote for instance {@code ZUSD}
 */
record KrakenNames(String pair, String altname, String wsname, String base, String quote) {

    private static final Map<String, String> OLD = Map.ofEntries(
            Map.entry("BTC", "XXBT"),
            Map.entry("ETH", "XETH"),
            Map.entry("LTC", "XLTC"),
            Map.entry("XRP", "XXRP"),
            Map.entry("XLM", "XXLM"),
            Map.entry("XMR", "XXMR"),
            Map.entry("ZEC", "XZEC"),
            Map.entry("ETC", "XETC"),
            Map.entry("DOGE", "XXDG"),
            Map.entry("USD", "ZUSD"),
            Map.entry("EUR", "ZEUR"));

    static KrakenNames of(Market market) {
        String base = market.base().code();
        String quote = market.quote().code();
        String oldBase = OLD.getOrDefault(base, base);
        String oldQuote = OLD.getOrDefault(quote, quote);
        String shortBase = shortName(base);
        String shortQuote = shortName(quote);
        boolean bothOld = OLD.containsKey(base) && OLD.containsKey(quote) && !base.equals("DOGE");
        boolean tether = base.equals("USDT") && quote.equals("USD");
        return new KrakenNames(
                bothOld || tether ? oldBase + oldQuote : shortBase + shortQuote,
                shortBase + shortQuote,
                shortBase + '/' + shortQuote,
                oldBase,
                oldQuote);
    }

    private static String shortName(String code) {
        return switch (code) {
            case "BTC" -> "XBT";
            case "DOGE" -> "XDG";
            default -> code;
        };
    }
}
