package org.assay.ingest.venue.bybit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.assay.ingest.venue.wire.BarDraft;
import org.assay.ingest.venue.wire.ListingDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireReader.ElementVisitor;
import org.assay.ingest.venue.wire.WireTimes;

/** "Market" of the v5 interface. Every answer is {@code {"retCode":0,"retMsg":...,"result":{"list":[...]}}}. */
final class BybitRest {

    static final int CANDLES = 1_000;

    /** "Get Public Recent Trading History": for spot at most 60, and there is no paging. */
    private static final int TRADES = 60;

    RestRequest listingsRequest() {
        return WirePath.of("/v5/market/instruments-info")
                .with("category", "spot")
                .request(1);
    }

    List<Listing> readListings(String body) throws MalformedPayloadException {
        List<Listing> listings = new ArrayList<>();
        readList(body, (index, item) -> listings.add(readListing(item)));
        return listings;
    }

    private static Listing readListing(WireReader in) throws MalformedPayloadException {
        ListingDraft draft = new ListingDraft();
        in.object((field, value) -> {
            switch (field) {
                case "symbol" -> draft.symbol(value.name(field));
                case "baseCoin" -> draft.baseAsset(value.name(field));
                case "quoteCoin" -> draft.quoteAsset(value.name(field));
                case "status" -> draft.status(value.word().equals("Trading") ? Status.TRADING : Status.HALTED);
                case "lotSizeFilter", "priceFilter" ->
                    value.object((name, step) -> {
                        if (name.equals("basePrecision")) {
                            draft.amountIncrement(step, name);
                        } else if (name.equals("tickSize")) {
                            draft.priceIncrement(step, name);
                        }
                    });
                default -> {}
            }
        });
        return draft.toListing();
    }

    RestRequest tradesRequest(TradeRange range) {
        return WirePath.of("/v5/market/recent-trade")
                .with("category", "spot")
                .with("symbol", range.market().restSymbol())
                .with("limit", TRADES)
                .request(1);
    }

    /** Newest first. When neither the last trade seen nor an older one is among them, those between cannot be had. */
    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        List<VenueTrade> trades = new ArrayList<>();
        readList(body, (index, item) -> trades.add(readTrade(item, range.market())));
        List<VenueTrade> wanted = new ArrayList<>();
        boolean reached = false;
        for (VenueTrade trade : trades) {
            if (trade.tradeId().equals(range.afterTradeId())) {
                reached = true;
                break;
            }
            if (trade.eventTimeUs() < range.fromUs()) {
                reached = true;
            } else {
                wanted.add(trade);
            }
        }
        long limit = WirePath.parameter(request, "limit").map(Long::parseLong).orElse((long) TRADES);
        boolean truncated = !reached && trades.size() >= limit;
        return new TradePage(wanted.reversed(), Optional.empty(), truncated);
    }

    private static VenueTrade readTrade(WireReader in, Listing market) throws MalformedPayloadException {
        TradeDraft draft = new TradeDraft();
        draft.symbol(market.symbol());
        in.object((field, value) -> {
            switch (field) {
                case "execId" -> draft.opaqueId(value.text(field), field);
                case "price" -> draft.price(value.text(field), field);
                case "size" -> draft.amount(value.text(field), field);
                case "side" -> draft.takerSide(value.word());
                case "time" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                default -> {}
            }
        });
        return draft.toTrade();
    }

    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return WirePath.of("/v5/market/kline")
                .with("category", "spot")
                .with("symbol", market.restSymbol())
                .with("interval", codeOf(interval))
                .with("start", fromUs / 1_000)
                .with("end", toUs / 1_000 - 1)
                .with("limit", CANDLES)
                .request(1);
    }

    private static String codeOf(Interval interval) {
        return switch (interval) {
            case M1 -> "1";
            case M5 -> "5";
            case M15 -> "15";
            case H1 -> "60";
            case H4 -> "240";
            case D1 -> "D";
        };
    }

    /** Newest first: {@code [start, open, high, low, close, volume, turnover]}. */
    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        List<VenueBar> bars = new ArrayList<>();
        readList(body, (index, row) -> bars.add(readBar(row, market, interval)));
        bars.sort(Comparator.comparingLong(VenueBar::openTimeUs));
        return bars;
    }

    private static VenueBar readBar(WireReader in, Listing market, Interval interval) throws MalformedPayloadException {
        BarDraft draft = new BarDraft(market, interval);
        in.array((column, value) -> {
            switch (column) {
                case 0 -> draft.openTimeUs(WireTimes.ofEpoch(value.text("start"), "start"));
                case 1 -> draft.open(value);
                case 2 -> draft.high(value);
                case 3 -> draft.low(value);
                case 4 -> draft.close(value);
                case 5 -> draft.volume(value);
                case 6 -> draft.quoteVolume(value);
                default -> {}
            }
        });
        return draft.toBar();
    }

    private static void readList(String body, ElementVisitor visitor) throws MalformedPayloadException {
        String[] refusal = {"", ""};
        boolean[] found = new boolean[1];
        try (WireReader in = WireReader.of(body)) {
            in.object((field, value) -> {
                switch (field) {
                    case "retCode" -> refusal[0] = value.text(field);
                    case "retMsg" -> refusal[1] = value.word();
                    case "result" -> {
                        if (value.atObject()) {
                            value.object((name, list) -> {
                                if (name.equals("list") && list.atArray()) {
                                    found[0] = true;
                                    list.items(visitor);
                                }
                            });
                        }
                    }
                    default -> {}
                }
            });
            in.end();
        }
        if (!refusal[0].isEmpty() && !refusal[0].equals("0")) {
            throw refused(refusal[0], refusal[1]);
        }
        if (!found[0]) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The answer has no list");
        }
    }

    /** "Error Codes": 10006 and 10018 are rate limits, 10001 a bad parameter, of which the symbol is the one that varies. */
    private static MalformedPayloadException refused(String code, String message) {
        Code kind =
                switch (code) {
                    case "10006", "10018" -> Code.RATE_LIMITED;
                    case "10001" ->
                        message.toLowerCase(Locale.ROOT).contains("symbol") ? Code.UNKNOWN_MARKET : Code.REFUSED;
                    default -> Code.REFUSED;
                };
        return new MalformedPayloadException(kind, code + ": " + message);
    }
}
