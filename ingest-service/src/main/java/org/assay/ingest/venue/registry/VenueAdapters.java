package org.assay.ingest.venue.registry;

import java.util.List;
import java.util.Optional;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.binance.BinanceAdapter;
import org.assay.ingest.venue.bybit.BybitAdapter;
import org.assay.ingest.venue.coinbase.CoinbaseAdapter;
import org.assay.ingest.venue.kraken.KrakenAdapter;
import org.assay.ingest.venue.okx.OkxAdapter;

/** Every venue's adapter. They hold no state, so one of each serves all threads. */
public final class VenueAdapters {

    private static final List<VenueAdapter> ALL = List.of(
            new BinanceAdapter(), new CoinbaseAdapter(), new KrakenAdapter(), new BybitAdapter(), new OkxAdapter());

    private VenueAdapters() {}

    public static List<VenueAdapter> all() {
        return ALL;
    }

    /**
     * The adapter of a venue.
     *
     * @param venue lower-case id, for instance {@code kraken}
     */
    public static Optional<VenueAdapter> find(String venue) {
        return ALL.stream().filter(adapter -> adapter.venue().equals(venue)).findFirst();
    }
}
