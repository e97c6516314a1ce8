package org.assay.ingest.worker;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.events.v1.ConversionSample;
import org.assay.events.v1.Trade;
import org.assay.ingest.market.VenueMarket;

/** Sums the trades of a venue's conversion markets from tick to tick. */
final class ConversionSampler {

    private final Map<String, Sum> sums = new TreeMap<>();

    void add(VenueMarket market, Trade trade) {
        BigDecimal price = new BigDecimal(trade.getPrice());
        BigDecimal amount = new BigDecimal(trade.getAmount());
        sums.merge(
                market.symbol(),
                new Sum(market, price.multiply(amount), amount, trade.getEventTimeUs()),
                (before, added) -> before.plus(added));
    }

    /** The sums since the last call, by symbol. */
    List<ConversionSample> drain() {
        List<ConversionSample> samples = new ArrayList<>(sums.size());
        for (Sum sum : sums.values()) {
            BigDecimal mean = sum.value().divide(sum.amount(), MathContext.DECIMAL64);
            samples.add(ConversionSample.newBuilder()
                    .setMarket(sum.market().market())
                    .setPrice(mean.toPlainString())
                    .setVolume(sum.amount().toPlainString())
                    .setEventTimeUs(sum.lastTimeUs())
                    .build());
        }
        sums.clear();
        return samples;
    }

    private record Sum(VenueMarket market, BigDecimal value, BigDecimal amount, long lastTimeUs) {

        Sum plus(Sum other) {
            return new Sum(
                    market, value.add(other.value), amount.add(other.amount), Math.max(lastTimeUs, other.lastTimeUs));
        }
    }
}
