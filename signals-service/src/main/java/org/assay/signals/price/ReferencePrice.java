package org.assay.signals.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.assay.events.v1.PriceSource;
import org.assay.signals.candle.ExactDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A token's price in USD from the prices of its markets: old ones and outliers are left out, the rest is weighted by
 * decayed volume. See {@code docs/methodology/reference-price.md}.
 *
 * @param usd 12 significant digits; null when no market could be used
 * @param reason why there is no price; empty when there is one
 * @param asOfUs the newest trade among the markets used; 0 without a price
 * @param assumed whether every market used rests on an assumed peg
 * @param sources every market, with what it was worth and why it was left out
 */
public record ReferencePrice(
        @Nullable BigDecimal usd, String reason, long asOfUs, boolean assumed, List<PriceSource> sources) {

    private static final MathContext VOLUME = new MathContext(8, RoundingMode.HALF_EVEN);
    private static final int WEIGHT_PLACES = 6;
    private static final double WEIGHT_UNIT = 1e6;
    private static final int SHARE_PLACES = 15;
    private static final double SHARE_UNIT = 1e15;

    /** A market on its way into the price. */
    private static final class Candidate {
        final MarketQuote quote;
        final double weight;
        final @Nullable BigDecimal usd;
        String excluded = "";
        double share;

        Candidate(MarketQuote quote, double weight) {
            this.quote = quote;
            this.weight = weight;
            this.usd = quote.rate() == null
                    ? null
                    : quote.mean().price().multiply(quote.rate().usd());
        }
    }

    /**
     * Computes the price as of a time.
     *
     * @param nowUs the time, not before any trade that counts
     * @param timePenalty the age from which a market is left out
     */
    public static ReferencePrice of(List<MarketQuote> quotes, long nowUs, Duration timePenalty, PriceRules rules) {
        long halfLifeUs = rules.halfLifeUs();
        long penaltyUs = timePenalty.toNanos() / 1_000;
        List<Candidate> candidates = new ArrayList<>(quotes.size());
        List<Candidate> used = new ArrayList<>(quotes.size());
        boolean fresh = false;
        for (MarketQuote quote : quotes) {
            Candidate candidate = new Candidate(quote, quote.mean().weightAt(nowUs, halfLifeUs));
            candidates.add(candidate);
            if (nowUs - quote.mean().lastUs() > penaltyUs) {
                candidate.excluded = "too_old";
            } else if (candidate.usd == null) {
                candidate.excluded = "no_conversion_rate";
                fresh = true;
            } else {
                used.add(candidate);
            }
        }
        dropOutliers(used, rules);
        if (used.isEmpty()) {
            String reason = quotes.isEmpty() ? "no_market" : fresh ? "no_conversion_rate" : "no_recent_trades";
            return new ReferencePrice(null, reason, 0, false, sources(candidates));
        }
        BigDecimal usd = weightedMean(used);
        long asOfUs = 0;
        boolean assumed = true;
        for (Candidate candidate : used) {
            asOfUs = Math.max(asOfUs, candidate.quote.mean().lastUs());
            assumed &= Objects.requireNonNull(candidate.quote.rate()).basis() == Rate.Basis.ASSUMED_PEG;
        }
        return new ReferencePrice(usd, "", asOfUs, assumed, sources(candidates));
    }

    private static void dropOutliers(List<Candidate> used, PriceRules rules) {
        if (used.size() < rules.outlierMarkets()) {
            return;
        }
        BigDecimal median = median(used.stream().map(ReferencePrice::usd).toList());
        BigDecimal deviation = median(
                used.stream().map(candidate -> distance(candidate, median)).toList());
        BigDecimal limit =
                deviation.max(median.multiply(rules.deviationFloor())).multiply(rules.outlierDistance());
        for (Candidate candidate : used) {
            if (distance(candidate, median).compareTo(limit) > 0) {
                candidate.excluded = "outlier";
            }
        }
        used.removeIf(candidate -> !candidate.excluded.isEmpty());
    }

    private static BigDecimal usd(Candidate candidate) {
        return Objects.requireNonNull(candidate.usd);
    }

    private static BigDecimal distance(Candidate candidate, BigDecimal median) {
        return usd(candidate).subtract(median).abs();
    }

    /** The middle value; of an even number of values the mean of the middle two. */
    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted =
                values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(new BigDecimal("0.5"));
    }

    private static BigDecimal weightedMean(List<Candidate> used) {
        double sum = 0;
        for (Candidate candidate : used) {
            sum += candidate.weight;
        }
        if (used.size() == 1 || sum <= 0) {
            used.forEach(candidate -> candidate.share = 1.0 / used.size());
        } else {
            for (Candidate candidate : used) {
                candidate.share = candidate.weight / sum;
            }
        }
        // From the first price on by shares of the differences: exact where all agree.
        BigDecimal base = usd(used.getFirst());
        BigDecimal mean = base;
        for (Candidate candidate : used.subList(1, used.size())) {
            BigDecimal share = BigDecimal.valueOf(Math.round(candidate.share * SHARE_UNIT), SHARE_PLACES);
            mean = mean.add(usd(candidate).subtract(base).multiply(share));
        }
        return mean.round(ExactDecimal.DERIVED);
    }

    private static List<PriceSource> sources(List<Candidate> candidates) {
        List<PriceSource> sources = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            MarketQuote quote = candidate.quote;
            BigDecimal share = BigDecimal.valueOf(Math.round(candidate.share * WEIGHT_UNIT), WEIGHT_PLACES);
            PriceSource.Builder source = PriceSource.newBuilder()
                    .setVenue(quote.venue())
                    .setSymbol(quote.symbol())
                    .setWeight(ExactDecimal.write(share))
                    .setVolume(ExactDecimal.write(new BigDecimal(candidate.weight, VOLUME)))
                    .setLastTradeUs(quote.mean().lastUs())
                    .setExcluded(candidate.excluded);
            Rate rate = quote.rate();
            if (candidate.usd != null && rate != null) {
                source.setPrice(ExactDecimal.write(candidate.usd.round(ExactDecimal.DERIVED)))
                        .setConversion(ExactDecimal.write(rate.usd()))
                        .setConversionSource(rate.basis().code());
            }
            sources.add(source.build());
        }
        return sources;
    }
}
