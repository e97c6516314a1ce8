package org.assay.ingest.history;

import java.util.ArrayList;
import java.util.List;
import org.assay.events.candle.Interval;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.rest.RestException;
import org.assay.ingest.rest.VenueRest;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueBar;

/** A venue's own candles, over REST. Blocks. */
public final class VenueBars {

    private final VenueAdapter adapter;
    private final VenueRest rest;

    public VenueBars(VenueAdapter adapter, VenueRest rest) {
        this.adapter = adapter;
        this.rest = rest;
    }

    /** The one-minute candles that open in {@code [fromUs, toUs)}, as far as the venue has them. */
    public List<VenueBar> minutes(Listing market, long fromUs, long toUs)
            throws RestException, MalformedPayloadException, InterruptedException {
        return read(market, Interval.M1, fromUs, toUs);
    }

    /** The candles that open in {@code [fromUs, toUs)}, as far as the venue has them; oldest first. */
    public List<VenueBar> read(Listing market, Interval interval, long fromUs, long toUs)
            throws RestException, MalformedPayloadException, InterruptedException {
        List<VenueBar> found = new ArrayList<>();
        long step = interval.micros() * adapter.candlesPerRequest();
        for (long from = fromUs; from < toUs; from += step) {
            long to = Math.min(toUs, from + step);
            String body = rest.get(adapter.candlesRequest(market, interval, from, to));
            for (VenueBar bar : adapter.readCandles(body, market, interval)) {
                if (bar.openTimeUs() >= from && bar.openTimeUs() < to) {
                    found.add(bar);
                }
            }
        }
        return found;
    }

    /** A venue's candle as a record. */
    public static VenueCandle candle(VenueMarket market, VenueBar bar, VenueCandle.Purpose purpose, long receivedAtUs) {
        VenueCandle.Builder candle = VenueCandle.newBuilder()
                .setMarket(market.market())
                .setInterval(bar.interval().code())
                .setOpenTimeUs(bar.openTimeUs())
                .setOpen(bar.open().toPlainString())
                .setHigh(bar.high().toPlainString())
                .setLow(bar.low().toPlainString())
                .setClose(bar.close().toPlainString())
                .setVolume(bar.volume().toPlainString())
                .setPurpose(purpose)
                .setReceivedAtUs(receivedAtUs);
        if (bar.quoteVolume() != null) {
            candle.setQuoteVolume(bar.quoteVolume().toPlainString());
        }
        bar.trades().ifPresent(candle::setTrades);
        return candle.build();
    }
}
