package org.assay.signals.sink;

import org.assay.events.v1.Candle;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;
import org.assay.events.v1.Quote;
import org.assay.events.v1.Side;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueStatus;

/** Records as the services write them, for the tests of the sinks. */
public final class Records {

    /** 2024-08-08T23:54:00Z. */
    public static final long START_US = 1_723_161_240_000_000L;

    private Records() {}

    /** A market of ether in tether. */
    public static Market market(String venue, String symbol) {
        return Market.newBuilder()
                .setVenue(venue)
                .setSymbol(symbol)
                .setBaseToken("ethereum")
                .setQuoteToken("tether")
                .build();
    }

    /** A trade that the venue numbered {@code id}, at {@code timeUs}. */
    public static Trade.Builder trade(String symbol, long id, long timeUs) {
        return Trade.newBuilder()
                .setMarket(market("binance", symbol))
                .setTradeId(Long.toString(id))
                .setSequence(id)
                .setPrice("2683.12000000")
                .setAmount("0.10000000")
                .setSide(id % 2 == 0 ? Side.SIDE_BUY : Side.SIDE_SELL)
                .setEventTimeUs(timeUs)
                .setReceivedAtUs(timeUs + 1_500)
                .setExecutions(1);
    }

    /** The event of a trade. */
    public static MarketEvent event(Trade.Builder trade) {
        return MarketEvent.newBuilder().setTrade(trade).build();
    }

    /** A gap found at {@link #START_US}. */
    public static Gap.Builder gap(String id, Gap.Status status) {
        return Gap.newBuilder()
                .setGapId(id)
                .setMarket(market("binance", "ETHUSDT"))
                .setChannel("trades")
                .setCause(Gap.Cause.CAUSE_RECONNECT)
                .setStatus(status)
                .setFromUs(START_US - 1_000_000)
                .setFoundAtUs(START_US);
    }

    /** The event of a gap. */
    public static MarketEvent event(Gap.Builder gap) {
        return MarketEvent.newBuilder().setGap(gap).build();
    }

    /** A closed candle of a token. */
    public static Candle.Builder candle(String token, String interval, long openUs, int revision, long knownAtUs) {
        return Candle.newBuilder()
                .setToken(token)
                .setInterval(interval)
                .setOpenTimeUs(openUs)
                .setOpen("100")
                .setHigh("110.5")
                .setLow("99.5")
                .setClose("105")
                .setVolume("12.5")
                .setQuoteVolume("1300")
                .setTrades(7)
                .setClosed(revision > 0)
                .setComplete(true)
                .setRevision(revision)
                .setSource(Candle.Source.SOURCE_TRADES)
                .setKnownAtUs(knownAtUs);
    }

    /** A price of one source. */
    public static Price.Builder price(String token, long validAtUs, long knownAtUs, String usd) {
        return Price.newBuilder()
                .setToken(token)
                .setUsd(usd)
                .setAsOfUs(validAtUs - 40_000)
                .setKnownAtUs(knownAtUs)
                .setValidAtUs(validAtUs)
                .addSources(PriceSource.newBuilder()
                        .setVenue("binance")
                        .setSymbol("ETHUSDT")
                        .setPrice(usd)
                        .setWeight("1")
                        .setVolume("3.25")
                        .setLastTradeUs(validAtUs - 40_000)
                        .setConversion("0.9998")
                        .setConversionSource("reference_price"));
    }

    /** A listing of a market that resolves to no token. */
    public static Instrument.Builder instrument(String venue, String symbol, String base, String quote) {
        return Instrument.newBuilder()
                .setMarket(Market.newBuilder().setVenue(venue).setSymbol(symbol))
                .setBaseAsset(base)
                .setQuoteAsset(quote)
                .setState(Instrument.State.STATE_TRADING)
                .setPriceIncrement("0.01")
                .setAmountIncrement("0.0001")
                .setStreamed(true)
                .setReceivedAtUs(START_US);
    }

    /** A status of a venue that is live. */
    public static VenueStatus.Builder status(String venue, long atUs) {
        return VenueStatus.newBuilder()
                .setVenue(venue)
                .setState(VenueStatus.State.STATE_LIVE)
                .setStreams(10)
                .setMarkets(5)
                .setFrames(1_000)
                .setTrades(900)
                .setAtUs(atUs);
    }

    /** A best bid and offer. */
    public static Quote.Builder quote(String venue, String symbol, String bid) {
        return Quote.newBuilder()
                .setMarket(market(venue, symbol))
                .setBidPrice(bid)
                .setBidAmount("1")
                .setAskPrice("9999")
                .setAskAmount("2")
                .setEventTimeUs(START_US)
                .setReceivedAtUs(START_US + 900);
    }
}
