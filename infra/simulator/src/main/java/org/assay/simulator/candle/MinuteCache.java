package org.assay.simulator.candle;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.assay.simulator.universe.Market;
import org.jspecify.annotations.Nullable;

/** Closed minutes that were costly to build. Safe for threads. */
public final class MinuteCache {

    private static final int MOST = 250_000;

    private final ConcurrentMap<Key, Candle> minutes = new ConcurrentHashMap<>();

    private record Key(int market, long openUs) {}

    @Nullable
    Candle find(Market market, long openUs) {
        return minutes.get(new Key(market.index(), openUs));
    }

    void keep(Market market, Candle minute) {
        if (minutes.size() >= MOST) {
            minutes.clear();
        }
        minutes.put(new Key(market.index(), minute.openUs()), minute);
    }
}
