package org.assay.ingest.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.events.v1.Instrument;
import org.assay.ingest.venue.Listing;
import org.jspecify.annotations.Nullable;

/** What one venue lists, and which of it is streamed. Thread safe: an update replaces everything at once. */
public final class ListingBook implements MarketLookup {

    private final String venue;
    private final MarketResolver resolver;
    private final MarketSelection selection;
    private final Map<String, Instrument> published = new TreeMap<>();
    private volatile Contents contents = new Contents(Map.of(), List.of());

    /** @param published the venue's instruments as an earlier worker published them, by symbol */
    public ListingBook(
            String venue, MarketResolver resolver, MarketSelection selection, Map<String, Instrument> published) {
        this.venue = venue;
        this.resolver = resolver;
        this.selection = selection;
        this.published.putAll(published);
    }

    @Override
    public @Nullable VenueMarket find(String symbol) {
        return contents.bySymbol().get(symbol);
    }

    @Override
    public Collection<VenueMarket> streamed() {
        return contents.streamed();
    }

    /**
     * Takes a new list of the venue's.
     *
     * @return the records to publish: what is new, has changed, or is no longer listed
     */
    public synchronized List<Instrument> update(Collection<Listing> listings, long nowUs) {
        Map<String, VenueMarket> markets = new TreeMap<>();
        for (Listing listing : listings) {
            markets.put(listing.symbol(), resolver.resolve(venue, listing));
        }
        List<VenueMarket> streamed = selection.select(venue, markets.values());
        // A market that is no longer listed may still have frames under way.
        Map<String, VenueMarket> known = new HashMap<>(contents.bySymbol());
        known.putAll(markets);
        contents = new Contents(Map.copyOf(known), streamed);
        Set<String> streamedSymbols = streamed.stream().map(VenueMarket::symbol).collect(Collectors.toSet());
        List<Instrument> changes = new ArrayList<>();
        for (VenueMarket market : markets.values()) {
            Instrument instrument = instrument(market, streamedSymbols.contains(market.symbol()), nowUs);
            note(market.symbol(), instrument, changes);
        }
        Set<String> gone = new HashSet<>(published.keySet());
        gone.removeAll(markets.keySet());
        for (String symbol : gone.stream().sorted().toList()) {
            Instrument last = published.get(symbol);
            if (last != null) {
                Instrument delisted = last.toBuilder()
                        .setState(Instrument.State.STATE_DELISTED)
                        .setStreamed(false)
                        .setReceivedAtUs(nowUs)
                        .build();
                note(symbol, delisted, changes);
            }
        }
        return changes;
    }

    private void note(String symbol, Instrument instrument, List<Instrument> changes) {
        Instrument before = published.put(symbol, instrument);
        boolean same = before != null
                && before.toBuilder()
                        .setReceivedAtUs(instrument.getReceivedAtUs())
                        .build()
                        .equals(instrument);
        if (!same) {
            changes.add(instrument);
        }
    }

    /** A market as an instrument record. */
    public static Instrument instrument(VenueMarket market, boolean streamed, long nowUs) {
        Listing listing = market.listing();
        Instrument.Builder instrument = Instrument.newBuilder()
                .setMarket(market.market())
                .setBaseAsset(listing.baseAsset())
                .setQuoteAsset(listing.quoteAsset())
                .setState(
                        switch (listing.status()) {
                            case TRADING -> Instrument.State.STATE_TRADING;
                            case HALTED -> Instrument.State.STATE_HALTED;
                        })
                .setUnresolvedReason(market.unresolvedReason())
                .setStreamed(streamed)
                .setReceivedAtUs(nowUs);
        if (listing.priceIncrement() != null) {
            instrument.setPriceIncrement(listing.priceIncrement().toPlainString());
        }
        if (listing.amountIncrement() != null) {
            instrument.setAmountIncrement(listing.amountIncrement().toPlainString());
        }
        return instrument.build();
    }

    private record Contents(Map<String, VenueMarket> bySymbol, List<VenueMarket> streamed) {}
}
