package org.assay.ingest.worker;

import java.math.BigDecimal;
import org.assay.events.v1.Quote;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.FrameListener;
import org.assay.ingest.venue.MalformedPayloadException;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueQuote;
import org.assay.ingest.venue.VenueTrade;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the adapter reads into the worker's events. Used under the worker's lock, one frame at a time. */
final class FrameReader implements FrameListener {

    private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);

    private static final StreamEvents NOBODY = new NobodyListens();

    private final VenueWorker worker;
    private final boolean recorded;
    private StreamEvents events = NOBODY;
    private String frame = "";
    private String source = "";
    private long nowUs;

    FrameReader(VenueWorker worker, boolean recorded) {
        this.worker = worker;
        this.recorded = recorded;
    }

    void begin(StreamEvents listener, String text, String from, long now) {
        events = listener;
        frame = text;
        source = from;
        nowUs = now;
    }

    @Override
    public void onTrade(VenueTrade trade) {
        VenueMarket market = market(trade.symbol());
        if (market != null) {
            events.heard(new StreamKey(Channel.TRADES, trade.symbol()));
            worker.trade(market, trade, nowUs);
        }
    }

    @Override
    public void onPastTrade(VenueTrade trade) {
        VenueMarket market = market(trade.symbol());
        if (market != null) {
            worker.pastTrade(market, trade, nowUs, recorded);
        }
    }

    @Override
    public void onQuote(VenueQuote quote) {
        VenueMarket market = market(quote.symbol());
        if (market == null) {
            return;
        }
        events.heard(new StreamKey(Channel.QUOTES, quote.symbol()));
        worker.stats().quotes.incrementAndGet();
        worker.quotes().offer(market, quoteRecord(market, quote));
    }

    @Override
    public void onSubscribed(StreamKey stream) {
        events.subscribed(stream);
    }

    @Override
    public void onRefused(StreamKey stream, String message) {
        worker.stats().refusals.incrementAndGet();
        LOG.warn("{} refused {} of {}: {}", worker.venue(), stream.channel().code(), stream.symbol(), message);
        events.refused(stream, message);
    }

    @Override
    public void onVenueError(String message) {
        worker.stats().refusals.incrementAndGet();
        LOG.warn("{} says: {}", worker.venue(), message);
    }

    @Override
    public void onLastSequence(String symbol, long sequence) {
        VenueMarket market = worker.markets().find(symbol);
        if (market != null) {
            worker.lastSequence(market, sequence, nowUs);
        }
    }

    @Override
    public void onHeartbeat() {
        // The connection's last sign of life is noted for every frame.
    }

    @Override
    public void onReplyWanted(String reply) {
        events.replyWanted(reply);
    }

    @Override
    public void onClosingAnnounced(String reason) {
        events.closingAnnounced(reason);
    }

    @Override
    public void onIgnored(String kind) {
        worker.stats().ignored.incrementAndGet();
    }

    private @Nullable VenueMarket market(String symbol) {
        VenueMarket market = worker.markets().find(symbol);
        if (market == null && recorded) {
            worker.stats().ignored.incrementAndGet();
        } else if (market == null) {
            worker.deadLetters()
                    .add(MalformedPayloadException.Code.UNKNOWN_MARKET, "No market " + symbol, frame, source, nowUs);
        }
        return market;
    }

    private Quote quoteRecord(VenueMarket market, VenueQuote quote) {
        return Quote.newBuilder()
                .setMarket(market.market())
                .setBidPrice(text(quote.bidPrice()))
                .setBidAmount(text(quote.bidAmount()))
                .setAskPrice(text(quote.askPrice()))
                .setAskAmount(text(quote.askAmount()))
                .setEventTimeUs(quote.eventTimeUs().orElse(nowUs))
                .setReceivedAtUs(nowUs)
                .build();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private record NobodyListens() implements StreamEvents {
        @Override
        public void subscribed(StreamKey stream) {}

        @Override
        public void refused(StreamKey stream, String message) {}

        @Override
        public void heard(StreamKey stream) {}

        @Override
        public void replyWanted(String reply) {}

        @Override
        public void closingAnnounced(String reason) {}
    }
}
