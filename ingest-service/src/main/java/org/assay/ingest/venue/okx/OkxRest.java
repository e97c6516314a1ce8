package org.assay.ingest.venue.okx;

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
import org.assay.ingest.venue.wire.WireReader.ElementVisitor;
import org.assay.ingest.venue.wire.WireTimes;

/** "Market Data" and "Public Data". Every answer is {@code {"code":"0","msg":"","data":[...]}}. */
final class OkxRest {

    static final int CANDLES = 100;

    private static final int NEWEST = 500;
    private static final int PAGE = 100;

    RestRequest listingsRequest() {
        return WirePath.of("/api/v5/public/instruments")
                .with("instType", "SPOT")
                .request(1);
    }

    List<Listing> readListings(String body) throws MalformedPayloadException {
        List<Listing> listings = new ArrayList<>();
        readData(body, (index, item) -> readListing(item).ifPresent(listings::add));
        return listings;
    }

    private static Optional<Listing> readListing(WireReader in) throws MalformedPayloadException {
        ListingDraft draft = new ListingDraft();
        boolean[] spot = {true};
        in.object((field, value) -> {
            switch (field) {
                case "instType" -> spot[0] = value.word().equals("SPOT");
                case "instId" -> draft.symbol(value.name(field));
                case "baseCcy" -> {
                    if (!value.atNothing()) {
                        draft.baseAsset(value.name(field));
                    }
                }
                case "quoteCcy" -> {
                    if (!value.atNothing()) {
                        draft.quoteAsset(value.name(field));
                    }
                }
                case "state" -> draft.status(value.word().equals("live") ? Status.TRADING : Status.HALTED);
                case "tickSz" -> draft.priceIncrement(value, field);
                case "lotSz" -> draft.amountIncrement(value, field);
                default -> {}
            }
        });
        return spot[0] ? Optional.of(draft.toListing()) : Optional.empty();
    }

    /** The 500 newest come in one answer; older ones in pages of 100. */
    RestRequest tradesRequest(TradeRange range) {
        return WirePath.of("/api/v5/market/trades")
                .with("instId", range.market().restSymbol())
                .with("limit", NEWEST)
                .request(1);
    }

    /** Newest first; {@code after} leads to trades with smaller ids ({@code type=1}). Three months are kept. */
    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        List<VenueTrade> trades = new ArrayList<>();
        readData(body, (index, item) -> trades.add(readTrade(item, range.market())));
        trades.sort(Comparator.comparingLong(trade -> trade.sequence().orElseThrow()));
        boolean history = WirePath.pathOf(request).endsWith("/history-trades");
        boolean exhausted = trades.isEmpty() || (history && trades.size() < PAGE);
        Optional<RestRequest> older = exhausted
                ? Optional.empty()
                : Optional.of(WirePath.of("/api/v5/market/history-trades")
                        .with("instId", range.market().restSymbol())
                        .with("type", 1)
                        .with("after", trades.getFirst().tradeId())
                        .with("limit", PAGE)
                        .request(1));
        return BackwardPages.page(trades, range, older);
    }

    private static VenueTrade readTrade(WireReader in, Listing market) throws MalformedPayloadException {
        TradeDraft draft = new TradeDraft();
        draft.symbol(market.symbol());
        in.object((field, value) -> {
            switch (field) {
                case "tradeId" -> draft.numericId(value.text(field), field);
                case "px" -> draft.price(value.text(field), field);
                case "sz" -> draft.amount(value.text(field), field);
                case "side" -> draft.takerSide(value.word());
                case "ts" -> draft.timeUs(WireTimes.ofEpoch(value.text(field), field));
                default -> {}
            }
        });
        return draft.toTrade();
    }

    /** {@code after} and {@code before} are exclusive and read backwards: candles before the one, after the other. */
    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return WirePath.of("/api/v5/market/history-candles")
                .with("instId", market.restSymbol())
                .with("bar", codeOf(interval))
                .with("after", toUs / 1_000)
                .with("before", fromUs / 1_000 - 1)
                .with("limit", CANDLES)
                .request(1);
    }

    /** {@code 1D} would open at 16:00 UTC, Hong Kong's midnight. */
    private static String codeOf(Interval interval) {
        return switch (interval) {
            case M1 -> "1m";
            case M5 -> "5m";
            case M15 -> "15m";
            case H1 -> "1H";
            case H4 -> "4H";
            case D1 -> "1Dutc";
        };
    }

    /** Newest first: {@code [ts, o, h, l, c, vol, volCcy, volCcyQuote, confirm]}; for spot volCcy is in the quote. */
    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        List<VenueBar> bars = new ArrayList<>();
        readData(body, (index, row) -> bars.add(readBar(row, market, interval)));
        bars.sort(Comparator.comparingLong(VenueBar::openTimeUs));
        return bars;
    }

    private static VenueBar readBar(WireReader in, Listing market, Interval interval) throws MalformedPayloadException {
        BarDraft draft = new BarDraft(market, interval);
        in.array((column, value) -> {
            switch (column) {
                case 0 -> draft.openTimeUs(WireTimes.ofEpoch(value.text("ts"), "ts"));
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

    private static void readData(String body, ElementVisitor visitor) throws MalformedPayloadException {
        String[] refusal = {"", ""};
        boolean[] found = new boolean[1];
        try (WireReader in = WireReader.of(body)) {
            in.object((field, value) -> {
                switch (field) {
                    case "code" -> refusal[0] = value.text(field);
                    case "msg" -> refusal[1] = value.word();
                    case "data" -> {
                        if (value.atArray()) {
                            found[0] = true;
                            value.items(visitor);
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
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The answer has no data");
        }
    }

    /** "Error Code": 50011 and 50061 are rate limits, 51001 an instrument that does not exist. */
    private static MalformedPayloadException refused(String code, String message) {
        Code kind =
                switch (code) {
                    case "50011", "50061" -> Code.RATE_LIMITED;
                    case "51001" -> Code.UNKNOWN_MARKET;
                    default -> Code.REFUSED;
                };
        return new MalformedPayloadException(kind, code + ": " + message);
    }
}
