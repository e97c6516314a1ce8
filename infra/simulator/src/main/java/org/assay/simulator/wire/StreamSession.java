package org.assay.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assay.simulator.fault.FaultKind;
import org.assay.simulator.tape.TradeBatch;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.tape.TradeReader.Day;
import org.assay.simulator.tape.TradeReader.Quote;
import org.assay.simulator.universe.Market;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket: what it is subscribed to and how far each subscription has been sent. Trades are made when they are
 * sent, so a client that reads slowly costs no memory beyond the socket's buffer. Confined to the channel's event loop.
 */
// Netty reports the failure of a write or a close by closing the channel, which is watched.
@SuppressWarnings("FutureReturnValueIgnored")
final class StreamSession implements StreamContext {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSession.class);
    private static final int MOST_TRADES_AT_ONCE = 2_000;
    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final long QUOTE_INTERVAL_US = 500_000;
    private static final long SECOND_US = 1_000_000;

    private final StreamServices services;
    private final VenueApi api;
    private final Channel channel;
    private final TradeReader reader;
    private final StreamProtocol protocol;
    private final TradeFaults faults;
    private final FrameBuffer frames;
    private final long number;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final JsonBytes frame = new JsonBytes();
    private final TradeBatch batch = new TradeBatch();
    private final TradeBatch snapshot = new TradeBatch();

    /** Triples of market index, from, to: what the frames at hand hold. */
    private long[] runs = new long[96];

    private final AtomicBoolean tickDue = new AtomicBoolean();
    private int runCount;
    private final Map<Market, Day> days = new HashMap<>();
    private long daysUntilUs;
    private long garbageTurn;
    private long nowUs;
    private long nextSecondUs;
    private long stuckSinceUs = -1;
    private boolean sentInSecond;
    private long tapesVersion;

    StreamSession(StreamServices services, VenueApi api, Channel channel, TradeReader reader, StreamOpening opening) {
        this.services = services;
        this.api = api;
        this.channel = channel;
        this.reader = reader;
        this.number = opening.number();
        this.faults = new TradeFaults(services.faults());
        this.frames = new FrameBuffer(channel.alloc());
        this.tapesVersion = services.tapes().version();
        this.nowUs = services.clock().nowUs();
        this.nextSecondUs = nowUs + SECOND_US;
        this.protocol = api.open(this, opening.path(), opening.query());
    }

    /** What a client asked for when it connected. */
    record StreamOpening(long number, String path, Map<String, List<String>> query) {}

    VenueApi api() {
        return api;
    }

    boolean isSubscribedTo(String symbol) {
        return subscriptions.values().stream()
                .anyMatch(subscription -> subscription.market().symbol().equals(symbol));
    }

    void opened() {
        nowUs = services.clock().nowUs();
        protocol.opened();
        flush();
    }

    void received(String text) {
        nowUs = services.clock().nowUs();
        if (isSilenced()) {
            return;
        }
        protocol.received(text);
        flush();
    }

    void closed() {
        frames.release();
    }

    /** Has the event loop send what has happened since the last time, unless it is yet to do so. Safe for threads. */
    void tickSoon() {
        if (tickDue.compareAndSet(false, true)) {
            channel.eventLoop().execute(this::tickNow);
        }
    }

    private void tickNow() {
        tickDue.set(false);
        // The last tick of a stream may come after its end.
        if (!channel.isActive()) {
            return;
        }
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("Cannot send to a stream", e);
            channel.close();
        }
    }

    private void tick() {
        nowUs = services.clock().nowUs();
        if (!channel.isWritable()) {
            whenStuck();
            return;
        }
        stuckSinceUs = -1;
        boolean silenced = isSilenced();
        boolean faulty = !services.faults().isEmpty();
        noticeRateChange();
        advance(true, silenced, faulty);
        advance(false, silenced, faulty);
        if (nowUs >= nextSecondUs) {
            nextSecondUs = nowUs + SECOND_US;
            if (!silenced) {
                protocol.everySecond(!sentInSecond);
            }
            sentInSecond = false;
        }
        flush();
    }

    private void whenStuck() {
        if (stuckSinceUs < 0) {
            stuckSinceUs = nowUs;
        } else if (nowUs - stuckSinceUs > services.slowReaderLimit().toNanos() / 1_000) {
            LOG.info(
                    "Disconnecting a slow reader of {} (connection {})",
                    api.venue().id(),
                    number);
            channel.close();
        }
    }

    private boolean isSilenced() {
        return !services.faults().isEmpty()
                && services.faults()
                        .ofVenue(FaultKind.SILENCE, api.venue(), nowUs)
                        .isPresent();
    }

    private void noticeRateChange() {
        long current = services.tapes().version();
        if (current != tapesVersion) {
            tapesVersion = current;
            subscriptions.values().forEach(subscription -> subscription.nextTimeUs = 0);
        }
    }

    /** Trades go first: a heartbeat that names the last trade must not overtake it. */
    private void advance(boolean trades, boolean silenced, boolean faulty) {
        for (Subscription subscription : subscriptions.values()) {
            if (frames.size() > MOST_BYTES_AT_ONCE) {
                break;
            }
            if ((subscription.channel() == org.assay.simulator.wire.Channel.TRADES) == trades) {
                advance(subscription, silenced, faulty);
            }
        }
    }

    private void advance(Subscription subscription, boolean silenced, boolean faulty) {
        Market market = subscription.market();
        boolean silent = silenced || (faulty && services.faults().holds(FaultKind.SILENCE, market, nowUs));
        switch (subscription.channel()) {
            case TRADES, TICKER -> advanceTrades(subscription, market, silent, faulty);
            case QUOTES -> advanceQuote(subscription, market, silent);
            case HEARTBEAT -> {
                if (!silent && nowUs >= subscription.nextQuoteUs) {
                    subscription.nextQuoteUs = nowUs + SECOND_US;
                    protocol.quote(subscription, reader.quote(market, nowUs), nowUs);
                }
            }
        }
    }

    private void advanceTrades(Subscription subscription, Market market, boolean silent, boolean faulty) {
        if (nowUs < subscription.nextTimeUs) {
            return;
        }
        long until = reader.countBefore(market, nowUs + 1);
        long from = subscription.nextNumber;
        if (silent) {
            subscription.nextNumber = Math.max(from, until);
        } else if (until > from) {
            long to = Math.min(until, from + MOST_TRADES_AT_ONCE);
            batch.clear();
            reader.read(market, from, to, batch);
            subscription.nextNumber = to;
            sendTrades(subscription, faulty ? faults.apply(subscription, batch, reader, nowUs) : batch);
            if (faulty && services.faults().take(FaultKind.GARBAGE, market, nowUs)) {
                frame().raw(protocol.garbage(garbageTurn++));
                send();
            }
        }
        subscription.nextTimeUs = reader.timeUs(market, subscription.nextNumber);
    }

    private void sendTrades(Subscription subscription, TradeBatch trades) {
        if (trades.size() == 0) {
            return;
        }
        protocol.trades(subscription, trades);
        if (subscription.channel() == org.assay.simulator.wire.Channel.TRADES) {
            long start = trades.number(0);
            for (int i = 1; i <= trades.size(); i++) {
                if (i == trades.size() || trades.number(i) != trades.number(i - 1) + 1) {
                    addRun(subscription.market().index(), start, trades.number(i - 1) + 1);
                    start = i == trades.size() ? start : trades.number(i);
                }
            }
        }
    }

    private void addRun(long market, long from, long to) {
        if (runCount + 3 > runs.length) {
            runs = Arrays.copyOf(runs, runs.length * 2);
        }
        runs[runCount++] = market;
        runs[runCount++] = from;
        runs[runCount++] = to;
    }

    private void advanceQuote(Subscription subscription, Market market, boolean silent) {
        if (nowUs < subscription.nextQuoteUs || silent) {
            return;
        }
        subscription.nextQuoteUs = nowUs + QUOTE_INTERVAL_US;
        Quote quote = reader.quote(market, nowUs);
        if (!quote.equals(subscription.lastQuote)) {
            subscription.lastQuote = quote;
            protocol.quote(subscription, quote, nowUs);
        }
    }

    private void flush() {
        ByteBuf bytes = frames.take();
        if (bytes == null) {
            return;
        }
        sentInSecond = true;
        long[] written = Arrays.copyOf(runs, runCount);
        runCount = 0;
        ChannelFuture done = channel.writeAndFlush(bytes);
        if (written.length > 0) {
            done.addListener(result -> {
                if (result.isSuccess()) {
                    record(written);
                }
            });
        }
    }

    private void record(long[] written) {
        long trades = 0;
        for (int i = 0; i < written.length; i += 3) {
            services.ledger().add((int) written[i], written[i + 1], written[i + 2]);
            trades += written[i + 2] - written[i + 1];
        }
        services.written().addAndGet(trades);
    }

    // What the protocol can do

    @Override
    public long connectionNumber() {
        return number;
    }

    @Override
    public long nowUs() {
        return nowUs;
    }

    @Override
    public Optional<Market> market(String symbol) {
        return Optional.ofNullable(
                services.markets().getOrDefault(api.venue(), Map.of()).get(symbol));
    }

    @Override
    public boolean subscribe(String key, Market market, org.assay.simulator.wire.Channel kind, String name) {
        if (subscriptions.containsKey(key)) {
            return false;
        }
        Subscription subscription = new Subscription(key, market, kind, name);
        subscription.nextNumber = reader.countBefore(market, nowUs + 1);
        subscription.nextTimeUs = reader.timeUs(market, subscription.nextNumber);
        subscriptions.put(key, subscription);
        return true;
    }

    @Override
    public boolean unsubscribe(String key) {
        return subscriptions.remove(key) != null;
    }

    @Override
    public Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    @Override
    public TradeBatch lastTrades(Market market, int count) {
        long until = reader.countBefore(market, nowUs + 1);
        snapshot.clear();
        reader.read(market, Math.max(0, until - count), until, snapshot);
        return snapshot;
    }

    @Override
    public Quote quote(Market market) {
        return reader.quote(market, nowUs);
    }

    @Override
    public Day day(Market market) {
        if (nowUs >= daysUntilUs) {
            days.clear();
            daysUntilUs = nowUs + 60 * SECOND_US;
        }
        return days.computeIfAbsent(market, wanted -> reader.day(wanted, nowUs));
    }

    @Override
    public JsonBytes frame() {
        return frame.clear();
    }

    @Override
    public void send() {
        frames.add(frame);
    }

    @Override
    public void ping() {
        channel.writeAndFlush(new PingWebSocketFrame());
    }

    @Override
    public void close(int code, String reason) {
        flush();
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason))
                .addListener(io.netty.channel.ChannelFutureListener.CLOSE);
    }
}
