package org.assay.signals.candle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a token's candle in USD from the candles of its markets over the same interval. */
public final class VenueMerge {

    private VenueMerge() {}

    /**
     * One market's share.
     *
     * @param market its name, which decides between trades at the same time
     * @param bucket in quote units
     * @param rate USD for one quote unit; null when unknown, and then the market is left out
     */
    public record Part(
            String market, Bucket bucket, @Nullable BigDecimal rate) {}

    /**
     * The token's candle.
     *
     * <p>Where all parts with trades were built from trades: open is the earliest trade's price, close the latest's, high
     * and low the extremes. Where one is a venue's own candle, whose trade times are not known: each of the four is the
     * mean weighted by base volume. Converted and mean prices have 12 significant digits.
     *
     * @param previousClose the price of a candle without trades; null when there is none
     * @param complete whether every part that ought to be there is there and complete
     */
    public static Bucket of(List<Part> parts, @Nullable BigDecimal previousClose, boolean complete) {
        List<Part> usable = parts.stream().filter(part -> part.rate != null).toList();
        List<Part> traded =
                usable.stream().filter(part -> !part.bucket.isQuiet()).toList();
        Bucket bucket = traded.isEmpty() ? Bucket.quiet(previousClose) : Bucket.empty();
        if (!traded.isEmpty()) {
            boolean allFromTrades = traded.stream().allMatch(part -> part.bucket.source == Source.TRADES);
            if (allFromTrades) {
                extremes(bucket, traded);
            } else {
                means(bucket, traded);
            }
            volumes(bucket, traded);
        }
        bucket.source = usable.stream()
                .map(part -> part.bucket.source)
                .reduce(Source::with)
                .orElse(Source.TRADES);
        bucket.complete = complete && usable.size() == parts.size();
        return bucket;
    }

    private static void extremes(Bucket bucket, List<Part> traded) {
        Comparator<Part> byMarket = Comparator.comparing(Part::market);
        Part first = traded.stream()
                .min(Comparator.comparingLong((Part part) -> part.bucket.firstTimeUs())
                        .thenComparing(byMarket))
                .orElseThrow();
        Part last = traded.stream()
                .max(Comparator.comparingLong((Part part) -> part.bucket.lastTimeUs())
                        .thenComparing(byMarket))
                .orElseThrow();
        bucket.open = usd(first, first.bucket.open);
        bucket.close = usd(last, last.bucket.close);
        bucket.high = traded.stream()
                .map(part -> usd(part, part.bucket.high))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        bucket.low = traded.stream()
                .map(part -> usd(part, part.bucket.low))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void means(Bucket bucket, List<Part> traded) {
        bucket.open = mean(traded, part -> part.open);
        bucket.high = mean(traded, part -> part.high);
        bucket.low = mean(traded, part -> part.low);
        bucket.close = mean(traded, part -> part.close);
    }

    private static BigDecimal mean(List<Part> traded, Function<Bucket, @Nullable BigDecimal> price) {
        if (traded.size() == 1) {
            Part only = traded.getFirst();
            return usd(only, price.apply(only.bucket));
        }
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Part part : traded) {
            // A candle may have trades and, rounded by its venue, no volume.
            BigDecimal volume = part.bucket.volume.signum() > 0 ? part.bucket.volume : BigDecimal.ONE.movePointLeft(12);
            BigDecimal converted =
                    Objects.requireNonNull(price.apply(part.bucket)).multiply(Objects.requireNonNull(part.rate));
            weighted = weighted.add(converted.multiply(volume));
            weight = weight.add(volume);
        }
        return weighted.divide(weight, ExactDecimal.DERIVED);
    }

    private static void volumes(Bucket bucket, List<Part> traded) {
        for (Part part : traded) {
            bucket.volume = bucket.volume.add(part.bucket.volume);
            bucket.trades = part.bucket.trades == Bucket.UNKNOWN_TRADES || bucket.trades == Bucket.UNKNOWN_TRADES
                    ? Bucket.UNKNOWN_TRADES
                    : bucket.trades + part.bucket.trades;
            BigDecimal quoteVolume = part.bucket.quoteVolume;
            bucket.quoteVolume = quoteVolume == null || bucket.quoteVolume == null
                    ? null
                    : bucket.quoteVolume.add(usd(part, quoteVolume));
        }
    }

    /** In USD: exact where the quote is the dollar itself. */
    private static BigDecimal usd(Part part, @Nullable BigDecimal value) {
        BigDecimal rate = Objects.requireNonNull(part.rate);
        BigDecimal present = Objects.requireNonNull(value);
        return rate.compareTo(BigDecimal.ONE) == 0
                ? present
                : present.multiply(rate).round(ExactDecimal.DERIVED);
    }
}
