package org.assay.signals.market;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the market events. */
final class MarketMetrics {

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    /** What became of an event. */
    enum Outcome {
        TRADE_ACCEPTED("trade_accepted"),
        TRADE_DUPLICATE("trade_duplicate"),
        /** Older than the retention of buckets. */
        TRADE_TOO_OLD("trade_too_old"),
        /** In a minute for which the venue's own candle stands. */
        TRADE_SUPERSEDED("trade_superseded"),
        /** Zero, negative or unreadable price or amount, or a time ahead of its receipt. */
        TRADE_REJECTED("trade_rejected"),
        CANDLE_ACCEPTED("candle_accepted"),
        /** In time already covered by trades. */
        CANDLE_SUPERSEDED("candle_superseded"),
        CANDLE_REJECTED("candle_rejected"),
        SAMPLE_REJECTED("sample_rejected"),
        TICK_ACCEPTED("tick_accepted"),
        /** Not newer than one before. */
        TICK_OLD("tick_old"),
        /** Of no kind that this version knows. */
        EVENT_UNKNOWN("event_unknown");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }
    }

    MarketMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("assay.signals.market.events")
                            .description("Market events by what became of them")
                            .tag("outcome", outcome.code)
                            .register(registry));
        }
    }

    void count(Outcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
