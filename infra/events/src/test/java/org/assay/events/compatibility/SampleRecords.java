package org.assay.events.compatibility;

import com.google.protobuf.Message;
import java.util.List;
import org.assay.events.v1.Candle;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.DeadLetter;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.Market;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Origin;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;
import org.assay.events.v1.Quote;
import org.assay.events.v1.Side;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.assay.events.v1.VenueStatus;

/** One filled example of every record that travels on a topic, with every field of version 1 set. */
final class SampleRecords {

    private static final long NOON_US = 1_767_268_800_000_000L;
    private static final Market MARKET = Market.newBuilder()
            .setVenue("binance")
            .setSymbol("ETHUSDT")
            .setBaseToken("ethereum")
            .setQuoteToken("tether")
            .build();

    private SampleRecords() {}

    static List<Message> all() {
        return List.of(
                trade(),
                gap(),
                venueCandle(),
                tick(),
                MarketEvent.newBuilder().setTrade(trade()).build(),
                quote(),
                instrument(),
                venueStatus(),
                deadLetter(),
                streamPosition(),
                price(),
                candle(),
                SampleRatings.grade(),
                SampleRatings.signal(),
                SampleRatings.indexDay(),
                SampleRatings.document());
    }

    private static Trade trade() {
        return Trade.newBuilder()
                .setMarket(MARKET)
                .setTradeId("3735683259")
                .setSequence(3735683259L)
                .setPrice("3120.45000000")
                .setAmount("0.02000000")
                .setSide(Side.SIDE_SELL)
                .setEventTimeUs(NOON_US)
                .setReceivedAtUs(NOON_US + 1_234)
                .setExecutions(1)
                .setOrigin(Origin.ORIGIN_STREAM)
                .build();
    }

    private static Gap gap() {
        return Gap.newBuilder()
                .setGapId("binance:ETHUSDT:trades:3735683259")
                .setMarket(MARKET)
                .setChannel("trades")
                .setCause(Gap.Cause.CAUSE_SEQUENCE)
                .setStatus(Gap.Status.STATUS_FILLED_BY_TRADES)
                .setFromUs(NOON_US)
                .setToUs(NOON_US + 2_000_000)
                .setFromTradeId("3735683259")
                .setToTradeId("3735683263")
                .setMissing(3)
                .setFoundAtUs(NOON_US + 2_100_000)
                .setClosedAtUs(NOON_US + 2_900_000)
                .setFilledTrades(3)
                .setReason("ids jumped")
                .setFromSequence(3735683259L)
                .setToSequence(3735683263L)
                .build();
    }

    private static VenueCandle venueCandle() {
        return VenueCandle.newBuilder()
                .setMarket(MARKET)
                .setInterval("1h")
                .setOpenTimeUs(NOON_US)
                .setOpen("3100.1")
                .setHigh("3130")
                .setLow("3099.99")
                .setClose("3120.45")
                .setVolume("1234.5678")
                .setQuoteVolume("3850000.25")
                .setTrades(4321)
                .setPurpose(VenueCandle.Purpose.PURPOSE_HISTORY)
                .setReceivedAtUs(NOON_US + 9)
                .build();
    }

    private static Tick tick() {
        return Tick.newBuilder()
                .setVenue("binance")
                .setAtUs(NOON_US)
                .addNotLive("ETHBTC")
                .addSamples(ConversionSample.newBuilder()
                        .setMarket(MARKET)
                        .setPrice("3120.4")
                        .setVolume("17.25")
                        .setEventTimeUs(NOON_US - 5)
                        .build())
                .setConnected(true)
                .setLast(true)
                .build();
    }

    private static Quote quote() {
        return Quote.newBuilder()
                .setMarket(MARKET)
                .setBidPrice("3120.44")
                .setBidAmount("3.5")
                .setAskPrice("3120.45")
                .setAskAmount("1.25")
                .setEventTimeUs(NOON_US)
                .setReceivedAtUs(NOON_US + 800)
                .build();
    }

    private static Instrument instrument() {
        return Instrument.newBuilder()
                .setMarket(MARKET)
                .setBaseAsset("ETH")
                .setQuoteAsset("USDT")
                .setState(Instrument.State.STATE_TRADING)
                .setUnresolvedReason("ambiguous_base")
                .setPriceIncrement("0.01")
                .setAmountIncrement("0.0001")
                .setStreamed(true)
                .setReceivedAtUs(NOON_US)
                .build();
    }

    private static VenueStatus venueStatus() {
        return VenueStatus.newBuilder()
                .setVenue("binance")
                .setState(VenueStatus.State.STATE_DEGRADED)
                .setStreams(200)
                .setStaleStreams(1)
                .setMarkets(100)
                .setFrames(9_000_000_000L)
                .setTrades(8_000_000_000L)
                .setQuotes(700)
                .setDeadLetters(6)
                .setReconnects(5)
                .setOpenGaps(4)
                .setLastMessageAtUs(NOON_US)
                .setAtUs(NOON_US + 1)
                .setDetail("stale: ETHUSDT")
                .build();
    }

    private static DeadLetter deadLetter() {
        return DeadLetter.newBuilder()
                .setVenue("binance")
                .setCode("bad_number")
                .setReason("price is negative")
                .setPayload("{\"p\":\"-1\"}")
                .setSourceUrl("wss://stream.binance.com:9443/stream")
                .setReceivedAtUs(NOON_US)
                .build();
    }

    private static StreamPosition streamPosition() {
        return StreamPosition.newBuilder()
                .setMarket(MARKET)
                .setTradeId("3735683259")
                .setSequence(3735683259L)
                .setEventTimeUs(NOON_US)
                .setAtUs(NOON_US + 7)
                .addOpenGaps(gap())
                .build();
    }

    private static Price price() {
        return Price.newBuilder()
                .setToken("ethereum")
                .setUsd("3120.4471")
                .setReason("no_recent_trades")
                .setAsOfUs(NOON_US)
                .setKnownAtUs(NOON_US + 50_000)
                .setValidAtUs(NOON_US + 60_000_000)
                .addSources(PriceSource.newBuilder()
                        .setVenue("binance")
                        .setSymbol("ETHUSDT")
                        .setPrice("3120.45")
                        .setWeight("0.61")
                        .setVolume("55.1")
                        .setLastTradeUs(NOON_US)
                        .setConversion("0.9998")
                        .setConversionSource("reference_price")
                        .setExcluded("outlier")
                        .build())
                .build();
    }

    private static Candle candle() {
        return Candle.newBuilder()
                .setVenue("binance")
                .setSymbol("ETHUSDT")
                .setToken("ethereum")
                .setInterval("1m")
                .setOpenTimeUs(NOON_US)
                .setOpen("3100.1")
                .setHigh("3130")
                .setLow("3099.99")
                .setClose("3120.45")
                .setVolume("12.5")
                .setQuoteVolume("38800.5")
                .setTrades(43)
                .setClosed(true)
                .setComplete(true)
                .setRevision(2)
                .setSource(Candle.Source.SOURCE_MIXED)
                .setKnownAtUs(NOON_US + 62_000_000)
                .build();
    }
}
