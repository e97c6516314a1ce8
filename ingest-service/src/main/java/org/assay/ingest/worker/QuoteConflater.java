package org.assay.ingest.worker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.events.v1.Quote;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.publish.EventPublisher;

/** Lets at most two quotes a second of each market through: the first at once, then the latest. */
final class QuoteConflater {

    private static final long INTERVAL_US = 500_000;

    private final EventPublisher publisher;
    private final Map<String, Long> lastSent = new HashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    QuoteConflater(EventPublisher publisher) {
        this.publisher = publisher;
    }

    void offer(VenueMarket market, Quote quote) {
        long sentAt = lastSent.getOrDefault(market.symbol(), Long.MIN_VALUE / 2);
        if (quote.getReceivedAtUs() - sentAt >= INTERVAL_US) {
            waiting.remove(market.symbol());
            send(market, quote);
        } else {
            waiting.put(market.symbol(), new Waiting(market, quote));
        }
    }

    /** Sends the waiting quotes whose market's interval has passed. */
    void release(long nowUs) {
        waiting.values().removeIf(held -> {
            boolean due = nowUs - lastSent.getOrDefault(held.market().symbol(), 0L) >= INTERVAL_US;
            if (due) {
                publisher.quote(held.market(), held.quote());
                lastSent.put(held.market().symbol(), nowUs);
            }
            return due;
        });
    }

    /** Sends all waiting quotes. */
    void releaseAll() {
        waiting.values().forEach(held -> publisher.quote(held.market(), held.quote()));
        waiting.clear();
    }

    private void send(VenueMarket market, Quote quote) {
        lastSent.put(market.symbol(), quote.getReceivedAtUs());
        publisher.quote(market, quote);
    }

    private record Waiting(VenueMarket market, Quote quote) {}
}
