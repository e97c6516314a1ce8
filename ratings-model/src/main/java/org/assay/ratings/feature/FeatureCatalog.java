package org.assay.ratings.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.RAVIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.UlcerIndexIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.aroon.AroonOscillatorIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/** Every feature there is, by id. */
public final class FeatureCatalog {

    private static final Map<String, Feature> FEATURES = index();

    private FeatureCatalog() {}

    /** All features, those that speak about the same together. */
    public static List<Feature> all() {
        return List.copyOf(FEATURES.values());
    }

    public static Optional<Feature> find(String id) {
        return Optional.ofNullable(FEATURES.get(id));
    }

    private static Map<String, Feature> index() {
        List<Feature> features = new ArrayList<>();
        features.addAll(trend());
        features.addAll(technical());
        features.addAll(volatility());
        features.addAll(risk());
        features.addAll(liquidity());
        features.addAll(size());
        features.addAll(market());
        features.addAll(chain());
        Map<String, Feature> byId = new LinkedHashMap<>();
        for (Feature feature : features) {
            if (byId.put(feature.id(), feature) != null) {
                throw new IllegalStateException("two features are called " + feature.id());
            }
        }
        return byId;
    }

    private static List<Feature> trend() {
        return List.of(
                new Momentum(1, 0),
                new Momentum(3, 0),
                new Momentum(7, 0),
                new Momentum(14, 0),
                new Momentum(30, 0),
                new Momentum(60, 0),
                new Momentum(90, 0),
                new Momentum(30, 7),
                new Momentum(90, 30),
                new Momentum(180, 30),
                new Momentum(365, 30),
                new ResidualMomentum(14),
                new ResidualMomentum(30),
                new ResidualMomentum(60),
                new SmaDistance(20),
                new SmaDistance(50),
                new SmaDistance(200),
                new HighProximity(30),
                new HighProximity(90),
                new HighProximity(365),
                new LowProximity(30),
                new LowProximity(90),
                new DaysSinceHigh(90),
                new UpDayShare(30),
                new UpDayShare(90),
                new ReturnPerRisk(30),
                new ReturnPerRisk(90),
                new CloseLocation(1),
                new CloseLocation(5),
                new CloseLocation(20));
    }

    private static List<Feature> technical() {
        return List.of(
                new Technical(
                        "cmo14",
                        FeatureGroup.TREND,
                        "Chande momentum oscillator, 14 days: 100 (U - D) / (U + D), U and D the sums of rises and falls (Cutler's RSI times 2 less 100)",
                        15,
                        series -> new CMOIndicator(new ClosePriceIndicator(series), 14)),
                new Technical(
                        "percent_b20",
                        FeatureGroup.TREND,
                        "place of the close between the Bollinger bands, 20 days, 2 standard deviations",
                        20,
                        series -> new PercentBIndicator(new ClosePriceIndicator(series), 20, 2)),
                new Technical(
                        "cci20",
                        FeatureGroup.TREND,
                        "commodity channel index, 20 days",
                        20,
                        series -> new CCIIndicator(series, 20)),
                new Technical(
                        "stoch14",
                        FeatureGroup.TREND,
                        "stochastic oscillator %K, 14 days",
                        14,
                        series -> new StochasticOscillatorKIndicator(series, 14)),
                new Technical(
                        "williams_r30",
                        FeatureGroup.TREND,
                        "Williams %R, 30 days",
                        30,
                        series -> new WilliamsRIndicator(series, 30)),
                new Technical(
                        "aroon25",
                        FeatureGroup.TREND,
                        "Aroon oscillator, 25 days",
                        26,
                        series -> new AroonOscillatorIndicator(series, 25)),
                new Technical(
                        "ravi7_65",
                        FeatureGroup.TREND,
                        "range action verification index: 100 (SMA7 - SMA65) / SMA65",
                        65,
                        series -> new RAVIIndicator(new ClosePriceIndicator(series), 7, 65)),
                new Technical(
                        "ulcer30",
                        FeatureGroup.RISK,
                        "ulcer index, 30 days: root mean square of the percentage below the running high",
                        30,
                        series -> new UlcerIndexIndicator(new ClosePriceIndicator(series), 30)));
    }

    private static List<Feature> volatility() {
        return List.of(
                new Volatility(7),
                new Volatility(30),
                new Volatility(90),
                new RangeVolatility(1),
                new RangeVolatility(3),
                new RangeVolatility(7),
                new RangeVolatility(14),
                new RangeVolatility(30),
                new RangeVolatility(90),
                new MedianRange(30),
                new ParkinsonVolatility(30),
                new GarmanKlassVolatility(14),
                new RogersSatchellVolatility(14),
                new RogersSatchellVolatility(30),
                new MedianMove(30),
                new MedianMove(90),
                new VolatilityRatio(7, 30),
                new VolatilityRatio(30, 90),
                new RangeToVolatility(30),
                new VolatilityOfVolatility(60));
    }

    private static List<Feature> risk() {
        return List.of(
                new IdiosyncraticVolatility(30),
                new IdiosyncraticVolatility(90),
                new MarketCorrelation(30),
                new MarketCorrelation(90),
                new Beta(30),
                new Beta(90),
                new WeightedBeta(30),
                new WeightedBeta(90),
                new DownsideBeta(90),
                new DownsideVolatility(30),
                new UpsideRatio(30),
                new UpsideRatio(90),
                new LargestRise(7),
                new LargestRise(30),
                new LargestRise(90),
                new LargestFall(30),
                new ResidualLargestRise(30),
                new Skewness(30),
                new Skewness(90),
                new ResidualSkewness(60),
                new Kurtosis(90));
    }

    private static List<Feature> liquidity() {
        return List.of(
                new Amihud(7),
                new Amihud(30),
                new Amihud(90),
                new DollarVolume(30),
                new Turnover(3),
                new Turnover(7),
                new Turnover(30),
                new VolumeSurge(1, 30),
                new VolumeSurge(3, 30),
                new VolumeTrend(7, 90),
                new VolumeTrend(30, 90),
                new VolumeVolatility(30),
                new PriceVolumeCorrelation(30),
                new CorwinSchultzSpread(30),
                new AbdiRanaldoSpread(30),
                new ZeroReturnShare(90),
                new Autocorrelation(60));
    }

    private static List<Feature> size() {
        return List.of(
                new Size(), new Dilution(30), new Dilution(90), new Dilution(180), new Dilution(365), new Age(365));
    }

    private static List<Feature> market() {
        return List.of(
                new MarketTrend(30),
                new MarketTrend(90),
                new MarketVolatility(30),
                new MarketBreadth(50),
                new MarketBreadth(200));
    }

    private static List<Feature> chain() {
        return List.of(
                new ActivityGrowth(ChainColumn.ACTIVE_ADDRESSES, 30),
                new ActivityGrowth(ChainColumn.TRANSACTIONS, 30),
                new ActivityGrowth(ChainColumn.TRANSFER_VALUE, 30),
                new ActivityGrowth(ChainColumn.FEES, 30),
                new NetworkValueToTransfers(30),
                new NetworkValueToUsers(30),
                new ExchangeFlow(7));
    }
}
