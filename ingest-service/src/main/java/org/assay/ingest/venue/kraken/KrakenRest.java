package org.assay.ingest.venue.kraken;

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
import org.assay.ingest.venue.wire.BackwardPages;
import org.assay.ingest.venue.wire.BarDraft;
import org.assay.ingest.venue.wire.ListingDraft;
import org.assay.ingest.venue.wire.TradeDraft;
import org.assay.ingest.venue.wire.WireNumbers;
import org.assay.ingest.venue.wire.WirePath;
import org.assay.ingest.venue.wire.WireReader;
import org.assay.ingest.venue.wire.WireReader.ElementVisitor;
import org.assay.ingest.venue.wire.WireReader.FieldVisitor;
import org.assay.ingest.venue.wire.WireTimes;

/** "Spot REST / Market Data". Every answer is {@code {"error":[...],"result":{...}}}, with status 200 also when it failed. */
final class KrakenRest {

    /** OHLC never sends more, nor older ones, whatever {@code since} says. */
    static final int CANDLES = 720;

    private static final int PAGE = 1_000;
    /** A page may end early, so that it does not end within one moment. */
    private static final int FULL_PAGE = PAGE * 9 / 10;

    RestRequest listingsRequest() {
        return new RestRequest("/0/public/AssetPairs", 1);
    }

    List<Listing> readListings(String body) throws MalformedPayloadException {
        List<Listing> listings = new ArrayList<>();
        readResult(body, (pair, in) -> readListing(pair, in).ifPresent(listings::add));
        return listings;
    }

    /** Pairs without {@code wsname} (the dark pool's) are not on the stream. */
    private static Optional<Listing> readListing(String pair, WireReader in) throws MalformedPayloadException {
        ListingDraft draft = new ListingDraft();
        // Until 2022 pairs had no status.
        draft.status(Status.TRADING);
        boolean[] streamed = new boolean[1];
        in.object((field, value) -> {
            switch (field) {
                case "wsname" -> {
                    Listing names = KrakenSymbols.ofRestName(value.name(field))
                            .orElseThrow(() -> new MalformedPayloadException(
                                    Code.MISSING_FIELD, "The wsname of " + pair + " has no two parts"));
                    draft.symbol(names.symbol());
                    draft.baseAsset(names.baseAsset());
                    draft.quoteAsset(names.quoteAsset());
                    streamed[0] = true;
                }
                case "status" -> draft.status(isTrading(value.word()) ? Status.TRADING : Status.HALTED);
                case "tick_size" -> draft.priceIncrement(value, field);
                case "pair_decimals" -> draft.priceDecimals(value, field);
                case "lot_decimals" -> draft.amountDecimals(value, field);
                default -> {}
            }
        });
        draft.restSymbol(pair);
        return streamed[0] ? Optional.of(draft.toListing()) : Optional.empty();
    }

    /** With {@code limit_only} there is matching; with {@code post_only}, {@code cancel_only} and others there is none. */
    private static boolean isTrading(String status) {
        return status.equals("online") || status.equals("limit_only") || status.equals("reduce_only");
    }

    RestRequest tradesRequest(TradeRange range) {
        // since is exclusive and in nanoseconds; the range's start is inclusive.
        return page(range.market(), Long.toString(Math.max(0, range.fromUs() - 1) * 1_000));
    }

    private static RestRequest page(Listing market, String since) {
        return WirePath.of("/0/public/Trades")
                .with("pair", market.restSymbol())
                .with("since", since)
                .with("count", PAGE)
                .request(1);
    }

    /** Oldest first; {@code last} is the {@code since} of the next page. */
    TradePage readTrades(String body, TradeRange range, RestRequest request) throws MalformedPayloadException {
        List<VenueTrade> trades = new ArrayList<>();
        String[] last = {""};
        readResult(body, (name, in) -> {
            if (name.equals("last")) {
                last[0] = in.text(name);
            } else {
                in.items((index, row) -> trades.add(readTrade(row, range.market())));
            }
        });
        String asked = WirePath.parameter(request, "since").orElse("");
        boolean more = trades.size() >= FULL_PAGE
                && WireNumbers.isDigits(last[0])
                && !last[0].equals(asked)
                && trades.getLast().eventTimeUs() <= range.toUs();
        List<VenueTrade> wanted = trades.stream()
                .filter(trade -> BackwardPages.isWanted(trade, range))
                .toList();
        return new TradePage(wanted, more ? Optional.of(page(range.market(), last[0])) : Optional.empty(), false);
    }

    /** {@code [price, volume, time, "b" or "s", "m" or "l", miscellaneous, trade id]}; time in seconds, as a number. */
    private static VenueTrade readTrade(WireReader in, Listing market) throws MalformedPayloadException {
        TradeDraft draft = new TradeDraft();
        draft.symbol(market.symbol());
        in.array((column, value) -> {
            switch (column) {
                case 0 -> draft.price(value.text("price"), "price");
                case 1 -> draft.amount(value.text("volume"), "volume");
                case 2 -> draft.timeUs(WireTimes.ofSeconds(value.text("time"), "time"));
                case 3 -> draft.takerSide(sideOf(value.word()));
                case 6 -> draft.numericId(value.text("trade id"), "trade id");
                default -> {}
            }
        });
        return draft.toTrade();
    }

    private static String sideOf(String letter) {
        return switch (letter) {
            case "b" -> "buy";
            case "s" -> "sell";
            default -> letter;
        };
    }

    RestRequest candlesRequest(Listing market, Interval interval, long fromUs, long toUs) {
        return WirePath.of("/0/public/OHLC")
                .with("pair", market.restSymbol())
                .with("interval", interval.duration().toMinutes())
                .with("since", fromUs / 1_000_000 - 1)
                .request(1);
    }

    List<VenueBar> readCandles(String body, Listing market, Interval interval) throws MalformedPayloadException {
        List<VenueBar> bars = new ArrayList<>();
        readResult(body, (name, in) -> {
            if (!name.equals("last")) {
                in.items((index, row) -> bars.add(readBar(row, market, interval)));
            }
        });
        return bars;
    }

    /** {@code [time, open, high, low, close, vwap, volume, count]}; the vwap is rounded, so there is no quote volume. */
    private static VenueBar readBar(WireReader in, Listing market, Interval interval) throws MalformedPayloadException {
        BarDraft draft = new BarDraft(market, interval);
        in.array(columns(draft));
        return draft.toBar();
    }

    private static ElementVisitor columns(BarDraft draft) {
        return (column, value) -> {
            switch (column) {
                case 0 -> draft.openTimeUs(WireTimes.ofSeconds(value.text("time"), "time"));
                case 1 -> draft.open(value);
                case 2 -> draft.high(value);
                case 3 -> draft.low(value);
                case 4 -> draft.close(value);
                case 6 -> draft.volume(value);
                case 7 -> draft.trades(value);
                default -> {}
            }
        };
    }

    private static void readResult(String body, FieldVisitor visitor) throws MalformedPayloadException {
        boolean[] found = new boolean[1];
        try (WireReader in = WireReader.of(body)) {
            in.object((field, value) -> {
                if (field.equals("error") && value.atArray()) {
                    value.array((index, text) -> refuse(text.word()));
                } else if (field.equals("result")) {
                    found[0] = true;
                    value.object(visitor);
                }
            });
            in.end();
        }
        if (!found[0]) {
            throw new MalformedPayloadException(Code.MISSING_FIELD, "The answer has no result");
        }
    }

    /** "Error details": {@code <severity><category>:<message>}, where the severity {@code W} only warns. */
    private static void refuse(String error) throws MalformedPayloadException {
        if (error.startsWith("W")) {
            return;
        }
        if (error.contains("Too many requests") || error.contains("Rate limit")) {
            throw new MalformedPayloadException(Code.RATE_LIMITED, error);
        }
        throw new MalformedPayloadException(
                error.contains("Unknown asset pair") ? Code.UNKNOWN_MARKET : Code.REFUSED, error);
    }
}
