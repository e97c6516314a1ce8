package org.assay.simulator.universe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.events.token.Token;

/** In which currencies the venues quote, and how they write a market's symbol. */
final class Listings {

    private Listings() {}

    static String symbol(Venue venue, String base, String quote) {
        return switch (venue) {
            case BINANCE, BYBIT -> base + quote;
            case COINBASE, OKX -> base + '-' + quote;
            case KRAKEN -> base + '/' + quote;
        };
    }

    /**
     * The quote currencies of a token at a venue, with the part of the venue's trades that each takes.
     *
     * @param rank its place among the tokens; the first ones have more quotes
     */
    static Map<String, Double> quotes(Venue venue, Token token, int rank) {
        Map<String, Double> quotes = new LinkedHashMap<>();
        boolean stable = token.stablecoin();
        switch (venue) {
            case BINANCE -> {
                quotes.put("USDT", 0.8);
                put(quotes, "USDC", 0.15, rank < 12 && !stable);
                put(quotes, "FDUSD", 0.1, rank < 4 && !stable);
            }
            case COINBASE -> {
                quotes.put("USD", 0.9);
                put(quotes, "EUR", 0.1, rank < 6 && !stable);
            }
            case KRAKEN -> {
                quotes.put("USD", 0.7);
                put(quotes, "EUR", 0.3, rank < 30);
            }
            case BYBIT -> {
                quotes.put("USDT", 0.9);
                put(quotes, "USDC", 0.1, rank < 6 && !stable);
            }
            case OKX -> {
                quotes.put("USDT", 0.85);
                put(quotes, "USDC", 0.15, rank < 10 && !stable);
            }
        }
        put(quotes, "BTC", 0.08, crossedWithBitcoin(venue, token, rank));
        quotes.remove(token.symbol());
        if (venue == Venue.COINBASE && token.id().equals("usd-coin")) {
            quotes.remove("USD");
        }
        return quotes;
    }

    private static boolean crossedWithBitcoin(Venue venue, Token token, int rank) {
        return rank < 8
                && venue != Venue.BYBIT
                && !token.stablecoin()
                && !token.id().equals("bitcoin");
    }

    private static void put(Map<String, Double> quotes, String quote, double part, boolean listed) {
        if (listed) {
            quotes.put(quote, part);
        }
    }
}
