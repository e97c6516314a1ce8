package org.assay.ingest.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.ingest.venue.Listing;

/** Which of a venue's markets are streamed: the conversion markets, then the directory's tokens by importance. */
public final class MarketSelection {

    private final MarketResolver resolver;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final int maxMarkets;

    /**
     * @param tokens ids of the tokens to stream; empty for all of the directory
     * @param maxMarkets most markets of one venue
     */
    public MarketSelection(
            MarketResolver resolver, TokenDirectory directory, Collection<String> tokens, int maxMarkets) {
        this.resolver = resolver;
        this.maxMarkets = maxMarkets;
        Set<String> wanted = Set.copyOf(tokens);
        for (Token token : directory.tokens()) {
            if (wanted.isEmpty() || wanted.contains(token.id())) {
                ranks.put(token.id(), ranks.size());
            }
        }
    }

    /** The markets to stream, the most important first. */
    public List<VenueMarket> select(String venue, Collection<VenueMarket> markets) {
        Set<String> quotes = resolver.quoteIds(venue);
        return markets.stream()
                .filter(market -> market.listing().status() == Listing.Status.TRADING)
                .filter(market -> quotes.contains(market.market().getQuoteToken()))
                .filter(market ->
                        market.conversion() || ranks.containsKey(market.market().getBaseToken()))
                .sorted(Comparator.comparingInt(this::rank).thenComparing(VenueMarket::symbol))
                .limit(maxMarkets)
                .toList();
    }

    private int rank(VenueMarket market) {
        return market.conversion() ? -1 : ranks.getOrDefault(market.market().getBaseToken(), Integer.MAX_VALUE);
    }
}
