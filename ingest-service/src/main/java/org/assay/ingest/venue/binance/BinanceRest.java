package org.assay.ingest.venue.binance;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.assay.ingest.venue.VenueTrade.TakerSide;
import org.assay.ingest.venue.wire.BarDraft;
import org.assay.ingest.venue.wire.ListingDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireNumbers;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireTimes;
import org.jspecify.annotations.Nullable;

/**
 * {@code rest-api.md}, "Market Data endpoints".
 *
 * <p>History comes from {@code historicalTrades}: its ids are the stream's, it pages forward from an id, and it states no
 * security type, which the document defines as public (it is not served by the data-only host
 * {@code data-api.binance.vision}, though). Where no id is known, one {@code aggTrades} record says at which trade a time
 * begins.
 */
final class BinanceRest {

    static final int PAGE = 1_000;

    private static final String AGGREGATES = "/api/v3/aggTrades";

    RestRequest listingsRequest() {
        // Permission sets are most of the answer's megabytes.
        return WirePath.of("/api/v3/exchangeInfo")
                .with("showPermissionSets", "false")
                .request(20);
    }

    List<Listing> readListings(String body) throws MalformedPayloadException {
        List<Listing> listings = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            Refusal refusal = new Refusal();
            boolean[] listed = new boolean[1];
            in.object((field, value) -> {
                if (field.equals("symbols")) {
                    listed[0] = true;
                    value.items((index, symbol) -> readListing(symbol).ifPresent(listings::add));
                } else {
                    refusal.field(field, value);
                }
            });
            in.end();
            if (!listed[0]) {
                throw refusal.toException();
            }
        }
        return listings;
    }

    private static Optional<Listing> readListing(WireReader in) throws MalformedPayloadException {
        ListingDraft draft = new ListingDraft();
        boolean[] spot = {true};
        in.object((field, value) -> {
            switch (field) {
                case "symbol" -> draft.symbol(value.name(field));
                case "baseAsset" -> draft.baseAsset(value.name(field));
                case "quoteAsset" -> draft.quoteAsset(value.name(field));
                case "status" -> draft.status(value.text(field).equals("TRADING") ? Status.TRADING : Status.HALTED);
                case "isSpotTradingAllowed" -> spot[0] = value.isTrue();
                case "filters" -> value.items((index, filter) -> filter.object(filterVisitor(draft)));
                default -> {}
            }
        });
        return spot[0] ? Optional.of(draft.toListing()) : Optional.empty();
    }

    private static WireReader.FieldVisitor filterVisitor(ListingDraft draft) {
        return (field, value) -> {
            // Each name stands in one filter alone, but for LOT_SIZE and MARKET_LOT_SIZE, of which the first comes
            // first.
            if (field.equals("tickSize")) {
                draft.priceIncrement(value, field);
            } else if (field.equals("stepSize")) {
                draft.amountIncrementIfNone(value, field);
            }
        };
    }

    RestRequest tradesRequest(TradeRange range) {
        if (range.afterSequence().isPresent()) {
            return page(range.market(), range.afterSequence().getAsLong() + 1);
        }
        return WirePath.of(AGGREGATES)
                .with("symbol", range.market().restSymbol())
                .with("startTime", range.fromUs() / 1_000)
                .with("limit", 1)
                .request(4);
    }

    private static RestRequest page(Listing market, long fromId) {
        return WirePath.of("/api/v3/historicalTrades")
                .with("symbol", market.restSymbol())
                .with("fromId", fromId)
                .with("limit", PAGE)
                .request(25);
    }

    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        boolean aggregates = WirePath.pathOf(request).endsWith("/aggTrades");
        List<VenueTrade> trades = readAll(body, range.market(), aggregates);
        boolean locates = aggregates && WirePath.parameter(request, "limit").equals(Optional.of("1"));
        if (locates) {
            return new TradePage(
                    List.of(),
                    trades.stream().findFirst().map(first -> page(range.market(), firstTradeOf(first))),
                    false);
        }
        Optional<RestRequest> next = Optional.empty();
        if (!aggregates && trades.size() >= PAGE) {
            VenueTrade last = trades.getLast();
            if (last.eventTimeUs() <= range.toUs()) {
                next = Optional.of(page(range.market(), last.sequence().orElseThrow() + 1));
            }
        }
        long after = range.afterSequence().orElse(-1);
        List<VenueTrade> wanted = trades.stream()
                .filter(trade -> trade.sequence().orElseThrow() > after)
                .toList();
        return new TradePage(wanted, next, false);
    }

    private static long firstTradeOf(VenueTrade aggregate) {
        return aggregate.sequence().orElseThrow() - aggregate.executions() + 1;
    }

    private static List<VenueTrade> readAll(String body, Listing market, boolean aggregates)
            throws MalformedPayloadException {
        List<VenueTrade> trades = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            refuseObject(in);
            in.items((index, item) -> trades.add(aggregates ? readAggregate(item, market) : readTrade(item, market)));
            in.end();
        }
        return trades;
    }

    private static VenueTrade readTrade(WireReader in, Listing market) throws MalformedPayloadException {
        TradeDraft draft = new TradeDraft();
        draft.symbol(market.symbol());
        in.object((field, value) -> {
            switch (field) {
                case "id" -> draft.numericId(value.text(field), field);
                case "price" -> draft.price(value.text(field), field);
                case "qty" -> draft.amount(value.text(field), field);
                case "time" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                case "isBuyerMaker" -> draft.side(value.isTrue() ? TakerSide.SELL : TakerSide.BUY);
                default -> {}
            }
        });
        return draft.toTrade();
    }

    private static VenueTrade readAggregate(WireReader in, Listing market) throws MalformedPayloadException {
        BinanceEvent event = new BinanceEvent();
        event.symbol(market.symbol());
        in.object(event::field);
        return event.aggregateTrade();
    }

    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return WirePath.of("/api/v3/klines")
                .with("symbol", market.restSymbol())
                .with("interval", interval.code())
                .with("startTime", fromUs / 1_000)
                .with("endTime", toUs / 1_000 - 1)
                .with("limit", PAGE)
                .request(2);
    }

    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        List<VenueBar> bars = new ArrayList<>();
        try (WireReader in = WireReader.of(body)) {
            refuseObject(in);
            in.items((index, row) -> bars.add(readBar(row, market, interval)));
            in.end();
        }
        return bars;
    }

    private static VenueBar readBar(WireReader in, Listing market, Interval interval) throws MalformedPayloadException {
        BarDraft draft = new BarDraft(market, interval);
        in.array((column, value) -> {
            switch (column) {
                case 0 -> draft.openTimeUs(WireTimes.ofEpoch(value.text("open time"), "open time"));
                case 1 -> draft.open(value);
                case 2 -> draft.high(value);
                case 3 -> draft.low(value);
                case 4 -> draft.close(value);
                case 5 -> draft.volume(value);
                case 7 -> draft.quoteVolume(value);
                case 8 -> draft.trades(value);
                default -> {}
            }
        });
        return draft.toBar();
    }

    /** Where an array is due, an object is {@code {"code":...,"msg":...}}. */
    private static void refuseObject(WireReader in) throws MalformedPayloadException {
        if (in.atObject()) {
            Refusal refusal = new Refusal();
            in.object(refusal::field);
            throw refusal.toException();
        }
    }

    /** {@code errors.md}. */
    private static final class Refusal {
        private @Nullable BigDecimal code;
        private String message = "";

        void field(String field, WireReader in) throws MalformedPayloadException {
            if (field.equals("code")) {
                code = WireNumbers.decimal(in.text(field), field);
            } else if (field.equals("msg")) {
                message = in.text(field);
            }
        }

        MalformedPayloadException toException() {
            if (code == null) {
                return new MalformedPayloadException(Code.MISSING_FIELD, "The answer has no symbols");
            }
            Code kind =
                    switch (code.toPlainString()) {
                        case "-1003" -> Code.RATE_LIMITED;
                        case "-1121" -> Code.UNKNOWN_MARKET;
                        default -> Code.REFUSED;
                    };
            return new MalformedPayloadException(kind, message);
        }
    }
}
