package org.assay.signals.market;

import com.google.protobuf.MessageLite;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.assay.events.v1.Candle;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.signals.candle.CandlePublisher;
import org.assay.signals.market.MarketMetrics.Outcome;
import org.assay.signals.price.ConversionRates;
import org.assay.signals.price.PriceRules;
import org.jspecify.annotations.Nullable;

/** Turns the market events of one partition into candles and prices. */
final class MarketProcessor implements Processor<String, MarketEvent, String, MessageLite> {

    private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
    /** A task that shares its thread, or a busy machine, can wait for a second without being idle. */
    private static final Duration IDLE = Duration.ofSeconds(5);
    /** Later than this, catching up comes first: prices are said less often. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private static final Duration PRICES_WHEN_BEHIND = Duration.ofMillis(250);
    private static final long SECOND_US = 1_000_000;

    private final CandleRules candleRules;
    private final PriceRules priceRules;
    private final Predicate<String> peggedToDollar;
    private final MarketMetrics metrics;

    private @Nullable ProcessorContext<String, MessageLite> context;
    private @Nullable Work work;

    MarketProcessor(
            CandleRules candleRules, PriceRules priceRules, Predicate<String> peggedToDollar, MarketMetrics metrics) {
        this.candleRules = candleRules;
        this.priceRules = priceRules;
        this.peggedToDollar = peggedToDollar;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, MessageLite> context) {
        // A task that is revived after a failed transaction comes here again: nothing may survive in memory.
        work = null;
        context.schedule(priceRules.emissionInterval(), PunctuationType.WALL_CLOCK_TIME, time -> work(context)
                .publishPrices(time));
        context.schedule(IDLE_CHECK, PunctuationType.WALL_CLOCK_TIME, time -> work(context)
                .checkIdle(time));
        this.context = context;
    }

    private Work work(ProcessorContext<String, MessageLite> current) {
        if (work == null) {
            work = new Work(current);
        }
        return work;
    }

    @Override
    public void process(Record<String, MarketEvent> record) {
        if (context != null && record.value() != null) {
            work(context).process(record.value());
        }
    }

    /** The state of the task and those who work on it, set up with its first record. */
    private final class Work {

        private final ProcessorContext<String, MessageLite> context;
        private final TradeIntake trades;
        private final GapIntake gaps;
        private final VenueCandleIntake venueCandles;
        private final TickIntake ticks;
        private final PricePublisher prices;
        private final Map<String, Long> tickedAtMs = new HashMap<>();
        private long activeAtMs;
        private long lastTickUs;
        private long nowUs;
        private long pricesAtMs;

        Work(ProcessorContext<String, MessageLite> context) {
            this.context = context;
            MarketStores stores = new MarketStores(context);
            ConversionRates rates = new ConversionRates(stores.rates(), priceRules, peggedToDollar);
            CandlePublisher candles = new CandlePublisher(this::forward);
            trades = new TradeIntake(stores, candleRules, priceRules);
            gaps = new GapIntake(stores, candleRules);
            venueCandles = new VenueCandleIntake(stores, rates);
            ticks = new TickIntake(stores, candleRules, rates, candles, metrics);
            prices = new PricePublisher(
                    stores,
                    rates,
                    priceRules,
                    price -> forward(price.getToken(), price, MarketTopology.PRICES),
                    price -> forward(price.getToken(), price, MarketTopology.PRICE_HISTORY));
            activeAtMs = context.currentSystemTimeMs();
            stores.clocks().keySet().forEach(venue -> tickedAtMs.put(venue, activeAtMs));
            nowUs = Math.max(0, stores.newestClock());
        }

        void process(MarketEvent event) {
            activeAtMs = context.currentSystemTimeMs();
            switch (event.getEventCase()) {
                case TRADE -> trade(event.getTrade());
                case GAP -> gaps.accept(event.getGap());
                case VENUE_CANDLE -> metrics.count(venueCandles.accept(event.getVenueCandle()));
                case TICK -> tick(event.getTick());
                case EVENT_NOT_SET -> metrics.count(Outcome.EVENT_UNKNOWN);
            }
        }

        private void trade(Trade trade) {
            Outcome outcome = trades.accept(trade);
            metrics.count(outcome);
            if (outcome == Outcome.TRADE_ACCEPTED) {
                nowUs = Math.max(nowUs, trade.getReceivedAtUs());
                prices.touch(trade.getMarket().getBaseToken());
            }
        }

        private void tick(Tick tick) {
            // A tick is much work; what came before it need not wait.
            publishPrices(activeAtMs);
            Outcome outcome = ticks.accept(tick);
            metrics.count(outcome);
            tickedAtMs.put(tick.getVenue(), activeAtMs);
            if (outcome == Outcome.TICK_ACCEPTED) {
                prices.endMinutes();
                if (Math.floorDiv(tick.getAtUs(), SECOND_US) > Math.floorDiv(lastTickUs, SECOND_US)) {
                    prices.touchFresh();
                    lastTickUs = tick.getAtUs();
                }
                nowUs = Math.max(nowUs, tick.getAtUs());
            }
            if (tick.getLast()) {
                prices.publishLatest(nowUs);
            }
        }

        void publishPrices(long wallMs) {
            boolean behind = wallMs - nowUs / 1_000 > BEHIND.toMillis();
            if (behind && wallMs - pricesAtMs < PRICES_WHEN_BEHIND.toMillis()) {
                return;
            }
            pricesAtMs = wallMs;
            prices.publishLatest(nowUs);
        }

        void checkIdle(long wallMs) {
            if (wallMs - activeAtMs >= IDLE.toMillis()) {
                ticks.publishOpen();
            }
            if (!candleRules.closeByWallClock()) {
                return;
            }
            tickedAtMs.forEach((venue, at) -> {
                if (wallMs - at > candleRules.silence().toMillis()) {
                    ticks.closeSilent(venue, wallMs * 1_000);
                }
            });
        }

        private void forward(Candle candle) {
            String key = candle.getToken().isEmpty() ? candle.getVenue() + ":" + candle.getSymbol() : candle.getToken();
            forward(key, candle, MarketTopology.CANDLES);
        }

        private void forward(String key, MessageLite value, String sink) {
            context.forward(new Record<>(key, value, Math.max(0, nowUs / 1_000)), sink);
        }
    }
}
