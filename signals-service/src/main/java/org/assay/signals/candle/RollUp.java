package org.assay.signals.candle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the candle of an interval from those of the next shorter one. */
final class RollUp {

    private RollUp() {}

    /**
     * The candle over consecutive shorter ones.
     *
     * <p>Shorter candles without trades give prices only when none has trades. The number of trades and the quote volume
     * are unknown as soon as one of them is unknown.
     *
     * @param parts in time order, null where there is none
     * @param elapsed how many of the first parts lie in closed time; the candle is complete when all of these are there,
     *     and every part that is there is complete
     * @return null when there is no part at all
     */
    static @Nullable Bucket of(List<@Nullable Bucket> parts, int elapsed) {
        List<Bucket> present = parts.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (present.isEmpty()) {
            return null;
        }
        List<Bucket> traded = present.stream().filter(part -> !part.isQuiet()).toList();
        Bucket bucket = Bucket.empty();
        prices(bucket, traded.isEmpty() ? present : traded);
        bucket.source =
                present.stream().map(part -> part.source).reduce(Source::with).orElseThrow();
        for (Bucket part : present) {
            bucket.volume = bucket.volume.add(part.volume);
            bucket.trades = part.trades == Bucket.UNKNOWN_TRADES || bucket.trades == Bucket.UNKNOWN_TRADES
                    ? Bucket.UNKNOWN_TRADES
                    : bucket.trades + part.trades;
            bucket.quoteVolume = part.quoteVolume == null || bucket.quoteVolume == null
                    ? null
                    : bucket.quoteVolume.add(part.quoteVolume);
        }
        bucket.complete = present.stream().allMatch(Bucket::isComplete)
                && parts.subList(0, elapsed).stream().allMatch(Objects::nonNull);
        return bucket;
    }

    private static void prices(Bucket bucket, List<Bucket> parts) {
        for (Bucket part : parts) {
            BigDecimal high = part.high;
            BigDecimal low = part.low;
            if (high == null || low == null) {
                continue;
            }
            if (bucket.open == null) {
                bucket.open = part.open;
            }
            bucket.close = part.close;
            bucket.high = bucket.high == null ? high : bucket.high.max(high);
            bucket.low = bucket.low == null ? low : bucket.low.min(low);
        }
    }
}
