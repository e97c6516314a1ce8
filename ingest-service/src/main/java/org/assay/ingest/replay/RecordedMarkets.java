package org.assay.ingest.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.ingest.market.ListingBook;
import org.assay.ingest.market.MarketLookup;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.VenueAdapter;
import org.jspecify.annotations.Nullable;

/** A venue's markets in a recording: from its recorded instrument lists, else as their symbols split. */
final class RecordedMarkets implements MarketLookup {

    private final VenueAdapter adapter;
    private final MarketResolver resolver;
    private final EventPublisher publisher;
    private final ReplayClock clock;
    private final Map<String, Listing> listings = new HashMap<>();
    private final Map<String, Optional<VenueMarket>> markets = new HashMap<>();
    private final Map<String, VenueMarket> streamed = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();

    RecordedMarkets(VenueAdapter adapter, MarketResolver resolver, EventPublisher publisher, ReplayClock clock) {
        this.adapter = adapter;
        this.resolver = resolver;
        this.publisher = publisher;
        this.clock = clock;
    }

    void learn(Collection<Listing> known) {
        known.forEach(listing -> listings.put(listing.symbol(), listing));
    }

    @Override
    public @Nullable VenueMarket find(String symbol) {
        Optional<VenueMarket> market = markets.get(symbol);
        if (market == null) {
            market = resolve(symbol);
            markets.put(symbol, market);
            market.ifPresent(found -> publish(found, false));
        }
        if (market.isEmpty()) {
            unknown.merge(symbol, 1L, Long::sum);
        }
        return market.orElse(null);
    }

    @Override
    public Collection<VenueMarket> streamed() {
        return streamed.values();
    }

    /** The recording has this market's trades. */
    void streams(VenueMarket market) {
        if (streamed.putIfAbsent(market.symbol(), market) == null) {
            publish(market, true);
        }
    }

    /** Symbols that name no spot market, and how often they came. */
    Map<String, Long> unknown() {
        return unknown;
    }

    private Optional<VenueMarket> resolve(String symbol) {
        Listing listing = listings.get(symbol);
        Optional<Listing> found = listing == null
                ? adapter.listingOf(symbol, resolver.assetCodes(adapter.venue()))
                : Optional.of(listing);
        return found.map(known -> resolver.resolve(adapter.venue(), known));
    }

    private void publish(VenueMarket market, boolean trades) {
        publisher.instrument(market.id(), ListingBook.instrument(market, trades, clock.nowUs()));
    }
}
