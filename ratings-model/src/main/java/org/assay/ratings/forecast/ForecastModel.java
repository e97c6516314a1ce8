package org.assay.ratings.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.statistics.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Conformal quantiles of future returns. Every past outcome of every member of the universe, ln(last price at t + h /
 * close at t) over (volatility at t times sqrt(h)), is a score; the quantiles of the scores whose outcome is known, times
 * the token's volatility now, are the forecast. Outcomes within one horizon overlap, so the scores of W days count as
 * {@code overlapFactor} W / h independent ones, and the quantiles are widened as for a sample of that size.
 */
public final class ForecastModel {

    private final LocalDate firstDay;
    private final List<String> symbols;
    private final Grid close;
    private final ForecastSettings settings;
    private final List<VolatilityTrack> tracks = new ArrayList<>();
    private final Map<HorizonRules, Grid> scores = new HashMap<>();

    /**
     * @param firstDay the UTC day with index 0
     * @param symbols of the grids' tokens
     * @param close closes in USD
     * @param member above 0 where a token belongs to the universe after that day's close
     */
    public ForecastModel(LocalDate firstDay, List<String> symbols, Grid close, Grid member, ForecastSettings settings) {
        this.firstDay = firstDay;
        this.symbols = List.copyOf(symbols);
        this.close = close;
        this.settings = settings;
        Grid printed = Grid.missing(close.tokens(), close.days());
        for (int token = 0; token < close.tokens(); token++) {
            double last = Double.NaN;
            for (int day = 0; day < close.days(); day++) {
                last = close.has(token, day) ? close.get(token, day) : last;
                printed.set(token, day, last);
            }
            int offset = close.offset(token);
            tracks.add(
                    new VolatilityTrack(Arrays.copyOfRange(close.values(), offset, offset + close.days()), settings));
        }
        for (HorizonRules horizon : settings.horizons()) {
            scores.put(horizon, scores(printed, member, horizon));
        }
    }

    /** By token and day of the start; NaN outside the universe or where a part is unknown. */
    private Grid scores(Grid printed, Grid member, HorizonRules horizon) {
        Grid scored = Grid.missing(close.tokens(), close.days());
        double root = Math.sqrt(horizon.days());
        for (int token = 0; token < close.tokens(); token++) {
            VolatilityTrack track = tracks.get(token);
            for (int start = 0; start + horizon.days() < close.days(); start++) {
                if (member.get(token, start) > 0) {
                    double outcome = Math.log(printed.get(token, start + horizon.days()) / close.get(token, start));
                    scored.set(token, start, outcome / (track.daily(start, horizon.longRunShare()) * root));
                }
            }
        }
        return scored;
    }

    /**
     * Every horizon's calibration with the outcomes that were known on a day: the same for all tokens.
     *
     * @param day index of the day
     */
    public List<Calibration> calibrations(int day) {
        return settings.horizons().stream()
                .map(horizon -> calibration(horizon, day))
                .toList();
    }

    /** One horizon's calibration. */
    public Calibration calibration(HorizonRules horizon, int day) {
        int lastStart = day - horizon.days();
        int firstStart = Math.max(0, lastStart - horizon.calibrationDays() + 1);
        if (lastStart < 0) {
            return new Calibration(horizon, day, 0, List.of());
        }
        double[] scores = new double[(lastStart - firstStart + 1) * close.tokens()];
        int count = 0;
        int earliest = lastStart;
        for (int token = 0; token < close.tokens(); token++) {
            for (int start = firstStart; start <= lastStart; start++) {
                double score = score(token, start, horizon);
                if (!Double.isNaN(score)) {
                    scores[count++] = score;
                    earliest = Math.min(earliest, start);
                }
            }
        }
        if (count < settings.fewestOutcomes()) {
            return new Calibration(horizon, day, count, List.of());
        }
        Arrays.sort(scores, 0, count);
        double independent = settings.overlapFactor() * (lastStart - earliest + 1) / horizon.days();
        List<Double> quantiles = new ArrayList<>();
        for (double probability : settings.probabilities()) {
            quantiles.add(Samples.quantileOfSorted(scores, count, widened(probability, independent)));
        }
        return new Calibration(horizon, day, count, quantiles);
    }

    /** The standardised outcome of a start; NaN outside the universe or where a part is unknown. */
    double score(int token, int start, HorizonRules horizon) {
        Grid ofHorizon = scores.get(horizon);
        if (ofHorizon == null) {
            throw new IllegalArgumentException("no horizon of the settings: " + horizon);
        }
        return ofHorizon.get(token, start);
    }

    /**
     * The probability that a sample of n must be read at by linear interpolation so that a new observation lies at or
     * below with the probability asked for: the order statistic at (n + 1) p, seen from the nearer tail.
     */
    static double widened(double probability, double n) {
        double tail = Math.min(probability, 1 - probability);
        double read = n <= 1 ? 0 : Math.max(0, ((n + 1) * tail - 1) / (n - 1));
        return probability <= 0.5 ? read : 1 - read;
    }

    /** A token's forecast with a calibration of the same day. */
    public Forecast forecast(int token, Calibration calibration) {
        int day = calibration.day();
        HorizonRules horizon = calibration.horizon();
        double volatility = tracks.get(token).daily(day, horizon.longRunShare());
        @Nullable ForecastGap gap = gap(token, day, volatility, calibration);
        List<ForecastQuantile> quantiles = new ArrayList<>();
        if (gap == null) {
            for (int i = 0; i < settings.probabilities().size(); i++) {
                double logReturn = calibration.quantiles().get(i) * volatility * Math.sqrt(horizon.days());
                double price = close.get(token, day) * Math.exp(logReturn);
                quantiles.add(new ForecastQuantile(settings.probabilities().get(i), Math.expm1(logReturn), price));
            }
        }
        return new Forecast(
                symbols.get(token),
                firstDay.plusDays(day),
                horizon.days(),
                Double.isNaN(volatility) ? null : volatility,
                calibration.outcomes(),
                quantiles,
                gap);
    }

    /** A token's forecasts with the calibrations of a day. */
    public List<Forecast> forecasts(int token, List<Calibration> calibrations) {
        return calibrations.stream()
                .map(calibration -> forecast(token, calibration))
                .toList();
    }

    private @Nullable ForecastGap gap(int token, int day, double volatility, Calibration calibration) {
        if (!close.has(token, day)) {
            return ForecastGap.NO_PRICE;
        }
        if (Double.isNaN(volatility)) {
            return ForecastGap.INSUFFICIENT_HISTORY;
        }
        return calibration.quantiles().isEmpty() ? ForecastGap.INSUFFICIENT_CALIBRATION : null;
    }

    ForecastSettings settings() {
        return settings;
    }

    LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    int days() {
        return close.days();
    }

    int tokens() {
        return close.tokens();
    }
}
