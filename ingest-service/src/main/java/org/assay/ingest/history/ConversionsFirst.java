package org.assay.ingest.history;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assay.events.candle.Interval;

/**
 * Lets the past of one interval begin when every venue of this process has published its conversion markets' past of it: what
 * a quote asset was worth is a mean over venues, and is not computed again when another venue's candle comes late.
 */
public final class ConversionsFirst {

    private final Duration patience;
    private final Set<String> arrived = new HashSet<>();
    private final Map<Interval, CountDownLatch> awaited = new EnumMap<>(Interval.class);

    /**
     * For some venues.
     *
     * @param patience after which a venue that has nothing to say yet is not waited for any more
     */
    public ConversionsFirst(Collection<String> venues, Duration patience) {
        this.patience = patience;
        for (Interval interval : Interval.values()) {
            awaited.put(interval, new CountDownLatch(venues.size()));
        }
    }

    /** A venue has published its conversion markets' candles of an interval. */
    synchronized void published(String venue, Interval interval) {
        if (arrived.add(venue + ":" + interval)) {
            latch(interval).countDown();
        }
    }

    /** A venue is through, or gives up. */
    void leave(String venue) {
        for (Interval interval : Interval.values()) {
            published(venue, interval);
        }
    }

    /** Waits for the other venues; false when some did not come in time. */
    boolean await(Interval interval) throws InterruptedException {
        if (latch(interval).await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        awaited.values().forEach(ConversionsFirst::open);
        return false;
    }

    private CountDownLatch latch(Interval interval) {
        CountDownLatch latch = awaited.get(interval);
        if (latch == null) {
            throw new IllegalStateException("no " + interval);
        }
        return latch;
    }

    private static void open(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            latch.countDown();
        }
    }
}
