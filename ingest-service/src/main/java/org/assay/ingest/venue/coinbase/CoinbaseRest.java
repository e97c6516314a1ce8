package org.assay.ingest.venue.coinbase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Listing;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.MalformedPayloadException.Code;
import org.assay.ingest.venue.RestRequest;
import org.assay.ingest.venue.TradePage;
import org.assay.ingest.venue.TradeRange;
import org.assay.ingest.venue.VenueBar;
import org.assay.ingest.venue.VenueTrade;
import org.assay.ingest.venue.wire.BackwardPages;
import org.assay.ingest.venue.wire.BarDraft;
import org.assay.ingest.venue.wire.ListingDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;

/** "REST API": products, product trades ("Pagination" by {@code after}), product candles. */
final class CoinbaseRest {

    static final int CANDLES = 300;

    private static final int PAGE = 1_000;

    RestRequest listingsRequest() {
        return new RestRequest("/products", 1);
    }

    List<Listing> readListings(String body) throws MalformedPayloadException {
        List<Listing> listings = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            refuseObject(in);
            in.items((index, product) -> listings.add(readListing(product)));
            in.end();
        }
        return listings;
    }

    private static Listing readListing(WireReader in) throws MalformedPayloadException {
        ListingDraft draft = new ListingDraft();
        boolean[] online = new boolean[1];
        boolean[] stopped = new boolean[1];
        in.object((field, value) -> {
            switch (field) {
                case "id" -> draft.symbol(value.name(field));
                case "base_currency" -> draft.baseAsset(value.name(field));
                case "quote_currency" -> draft.quoteAsset(value.name(field));
                case "quote_increment" -> draft.priceIncrement(value, field);
                case "base_increment" -> draft.amountIncrement(value, field);
                case "status" -> online[0] = value.word().equals("online");
                // In these modes nothing is matched.
                case "trading_disabled", "cancel_only", "post_only" -> stopped[0] |= value.isTrue();
                default -> {}
            }
        });
        draft.status(online[0] && !stopped[0] ? Status.TRADING : Status.HALTED);
        return draft.toListing();
    }

    RestRequest tradesRequest(TradeRange range) {
        return path(range.market()).request(1);
    }

    private static WirePath path(Listing market) {
        return WirePath.of("/products/" + WirePath.encode(market.restSymbol()) + "/trades")
                .with("limit", PAGE);
    }

    /** Newest first; {@code after} leads to older ones. */
    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        List<VenueTrade> trades = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            refuseObject(in);
            in.items((index, item) -> trades.add(readTrade(item, range.market())));
            in.end();
        }
        long limit = WirePath.parameter(request, "limit").map(Integer::parseInt).orElse(PAGE);
        Optional<RestRequest> older = trades.size() < limit
                ? Optional.empty()
                : Optional.of(path(range.market())
                        .with("after", trades.getLast().tradeId())
                        .request(1));
        return BackwardPages.page(trades.reversed(), range, older);
    }

    /** As on the feed, {@code side} is the maker's. */
    private static VenueTrade readTrade(WireReader in, Listing market) throws MalformedPayloadException {
        TradeDraft draft = new TradeDraft();
        draft.symbol(market.symbol());
        in.object((field, value) -> {
            switch (field) {
                case "trade_id" -> draft.numericId(value.text(field), field);
                case "price" -> draft.price(value.text(field), field);
                case "size" -> draft.amount(value.text(field), field);
                case "side" -> draft.makerSide(value.word());
                case "time" -> draft.timeUs(WireTimes.ofRfc3339(value.text(field), field));
                default -> {}
            }
        });
        return draft.toTrade();
    }

    /** Both ends are inclusive, and a request for more than 300 candles is refused. */
    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        if (interval == Interval.H4) {
            throw new IllegalArgumentException("Coinbase has no candles of " + interval.code());
        }
        return WirePath.of("/products/" + WirePath.encode(market.restSymbol()) + "/candles")
                .with("granularity", interval.duration().toSeconds())
                .with("start", Instant.ofEpochSecond(fromUs / 1_000_000).toString())
                .with(
                        "end",
                        Instant.ofEpochSecond((toUs - interval.micros()) / 1_000_000)
                                .toString())
                .request(1);
    }

    /** Newest first: {@code [time, low, high, open, close, volume]}; intervals without trades are left out. */
    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        List<VenueBar> bars = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            refuseObject(in);
            in.items((index, row) -> bars.add(readBar(row, market, interval)));
            in.end();
        }
        bars.sort(Comparator.comparingLong(VenueBar::openTimeUs));
        return bars;
    }

    private static VenueBar readBar(WireReader in, Listing market, Interval interval) throws MalformedPayloadException {
        BarDraft draft = new BarDraft(market, interval);
        in.array((column, value) -> {
            switch (column) {
                case 0 -> draft.openTimeUs(WireTimes.ofSeconds(value.text("time"), "time"));
                case 1 -> draft.low(value);
                case 2 -> draft.high(value);
                case 3 -> draft.open(value);
                case 4 -> draft.close(value);
                case 5 -> draft.volume(value);
                default -> {}
            }
        });
        return draft.toBar();
    }

    /** Where an array is due, an object is {@code {"message":...}}. */
    private static void refuseObject(WireReader in) throws MalformedPayloadException {
        if (!in.atObject()) {
            return;
        }
        String[] message = {""};
        in.object((field, value) -> {
            if (field.equals("message")) {
                message[0] = value.word();
            }
        });
        String text = message[0];
        if (text.contains("rate limit")) {
            throw new MalformedPayloadException(Code.RATE_LIMITED, text);
        }
        throw new MalformedPayloadException(text.equals("NotFound") ? Code.UNKNOWN_MARKET : Code.REFUSED, text);
    }
}
