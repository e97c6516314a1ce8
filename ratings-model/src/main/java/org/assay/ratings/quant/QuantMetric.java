package org.assay.ratings.quant;

import static org.assay.ratings.quant.Benchmark.BTC;
import static org.assay.ratings.quant.Benchmark.MARKET;
import static org.assay.ratings.quant.Benchmark.NONE;
import static org.assay.ratings.quant.MetricUnit.DAYS;
import static org.assay.ratings.quant.MetricUnit.FRACTION;
import static org.assay.ratings.quant.MetricUnit.FRACTION_PER_YEAR;
import static org.assay.ratings.quant.MetricUnit.RATIO;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures. In the formulas r are the window's simple daily returns, f the daily risk-free rate, Y the days of a year,
 * P the closes (a missing one carried), D the drawdowns P / (highest P so far) - 1, b the benchmark's returns on the same
 * days, q(p) the p-quantile by linear interpolation, sd the standard deviation with divisor n - 1.
 */
public enum QuantMetric {
    CUMULATIVE_RETURN("Cumulative return", "P_end / P_start - 1", FRACTION, NONE, WindowSample::cumulativeReturn),
    CAGR(
            "Compound annual growth rate",
            "(P_end / P_start)^(Y / calendar days) - 1",
            FRACTION_PER_YEAR,
            NONE,
            WindowSample::growthRate),
    MEAN_DAILY_RETURN(
            "Mean daily return", "mean(r)", FRACTION, NONE, s -> s.returns().mean()),
    VOLATILITY("Volatility", "sd(r) sqrt(Y)", FRACTION_PER_YEAR, NONE, WindowSample::volatility),
    DOWNSIDE_DEVIATION(
            "Downside deviation",
            "sqrt(mean(min(r - f, 0)^2)) sqrt(Y)",
            FRACTION_PER_YEAR,
            NONE,
            s -> s.returns().downsideDeviation() * s.yearRoot()),
    SHARPE("Sharpe ratio", "(mean(r) - f) / sd(r) sqrt(Y)", RATIO, NONE, WindowSample::sharpe),
    SORTINO("Sortino ratio", "(mean(r) - f) / sqrt(mean(min(r - f, 0)^2)) sqrt(Y)", RATIO, NONE, WindowSample::sortino),
    CALMAR(
            "Calmar ratio",
            "CAGR / |min(D)|",
            RATIO,
            NONE,
            s -> s.growthRate() / -s.path().deepest()),
    MAX_DRAWDOWN("Maximum drawdown", "min(D)", FRACTION, NONE, s -> s.path().deepest()),
    CURRENT_DRAWDOWN("Current drawdown", "D_end", FRACTION, NONE, s -> s.path().current()),
    LONGEST_DRAWDOWN(
            "Longest drawdown", "longest time from a high to its recovery or to the end", DAYS, NONE, s -> s.path()
                    .longest()),
    RECOVERY_FACTOR(
            "Recovery factor",
            "(P_end / P_start - 1) / |min(D)|",
            RATIO,
            NONE,
            s -> s.cumulativeReturn() / -s.path().deepest()),
    ULCER_INDEX("Ulcer index", "sqrt(mean(D^2))", FRACTION, NONE, s -> s.path().ulcer()),
    ULCER_PERFORMANCE(
            "Ulcer performance index (Martin ratio)",
            "(CAGR - Y f) / sqrt(mean(D^2))",
            RATIO,
            NONE,
            s -> (s.growthRate() - s.settings().riskFreeRate()) / s.path().ulcer()),
    SKEWNESS("Skewness (G1)", "sqrt(n (n-1)) / (n-2) m3 / m2^1.5", RATIO, NONE, s -> s.returns()
            .skewness()),
    EXCESS_KURTOSIS(
            "Excess kurtosis (G2)", "(n-1) / ((n-2)(n-3)) ((n+1)(m4 / m2^2 - 3) + 6)", RATIO, NONE, s -> s.returns()
                    .excessKurtosis()),
    TAIL_RATIO(
            "Tail ratio", "|q(0.95)| / |q(0.05)|", RATIO, NONE, s -> s.returns().tailRatio()),
    VAR_95(
            "Daily value at risk 95 %, historical",
            "-q(0.05)", FRACTION, NONE, s -> s.returns().valueAtRisk(0.05)),
    VAR_99(
            "Daily value at risk 99 %, historical",
            "-q(0.01)", FRACTION, NONE, s -> s.returns().valueAtRisk(0.01)),
    CVAR_95(
            "Daily expected shortfall 95 %, historical",
            "-mean(r where r <= q(0.05))", FRACTION, NONE, s -> s.returns().expectedShortfall(0.05)),
    CVAR_99(
            "Daily expected shortfall 99 %, historical",
            "-mean(r where r <= q(0.01))", FRACTION, NONE, s -> s.returns().expectedShortfall(0.01)),
    PROFIT_FACTOR("Profit factor", "sum(max(r, 0)) / sum(max(-r, 0))", RATIO, NONE, s -> s.returns()
            .gainsOverLosses(0)),
    OMEGA("Omega ratio", "sum(max(r - f, 0)) / sum(max(f - r, 0))", RATIO, NONE, s -> s.returns()
            .gainsOverLosses(s.settings().dailyRiskFree())),
    GAIN_TO_PAIN("Gain to pain", "sum(r) / sum(max(-r, 0))", RATIO, NONE, s -> s.returns()
            .gainToPain()),
    WIN_RATE("Win rate", "count(r > 0) / count(r != 0)", FRACTION, NONE, s -> s.returns()
            .winRate()),
    PAYOFF_RATIO("Payoff ratio", "mean(r where r > 0) / mean(-r where r < 0)", RATIO, NONE, s -> s.returns()
            .payoffRatio()),
    BEST_DAY("Best day", "max(r)", FRACTION, NONE, s -> s.returns().best()),
    WORST_DAY("Worst day", "min(r)", FRACTION, NONE, s -> s.returns().worst()),
    AUTOCORRELATION("Autocorrelation of lag 1", "corr(r_2..r_n, r_1..r_(n-1))", RATIO, NONE, s -> s.returns()
            .autocorrelation()),
    BETA_BTC("Beta to BTC", "cov(r, b) / var(b)", RATIO, BTC, s -> s.btc().beta()),
    ALPHA_BTC("Alpha to BTC", "(mean(r) - f - beta (mean(b) - f)) Y", FRACTION_PER_YEAR, BTC, s -> s.btc()
            .alpha(s.settings())),
    CORRELATION_BTC(
            "Correlation with BTC", "corr(r, b)", RATIO, BTC, s -> s.btc().correlation()),
    INFORMATION_BTC(
            "Information ratio to BTC",
            "mean(r - b) / sd(r - b) sqrt(Y)",
            RATIO,
            BTC,
            s -> s.btc().informationRatio() * s.yearRoot()),
    BETA_MARKET("Beta to the market", "cov(r, b) / var(b)", RATIO, MARKET, s -> s.market()
            .beta()),
    ALPHA_MARKET(
            "Alpha to the market", "(mean(r) - f - beta (mean(b) - f)) Y", FRACTION_PER_YEAR, MARKET, s -> s.market()
                    .alpha(s.settings())),
    CORRELATION_MARKET("Correlation with the market", "corr(r, b)", RATIO, MARKET, s -> s.market()
            .correlation()),
    INFORMATION_MARKET(
            "Information ratio to the market",
            "mean(r - b) / sd(r - b) sqrt(Y)",
            RATIO,
            MARKET,
            s -> s.market().informationRatio() * s.yearRoot());

    private final String title;
    private final String formula;
    private final MetricUnit unit;
    private final Benchmark benchmark;
    private final ToDoubleFunction<WindowSample> figure;

    QuantMetric(
            String title, String formula, MetricUnit unit, Benchmark benchmark, ToDoubleFunction<WindowSample> figure) {
        this.title = title;
        this.formula = formula;
        this.unit = unit;
        this.benchmark = benchmark;
        this.figure = figure;
    }

    /** Stable name in answers: {@code sharpe}, {@code var_95}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the figure means. */
    public MetricDefinition definition() {
        boolean annualised = formula.contains("Y") || formula.contains("CAGR");
        return new MetricDefinition(id(), title, formula, unit, annualised, benchmark);
    }

    /** What every figure means, in the order of the reports. */
    public static List<MetricDefinition> definitions() {
        return Arrays.stream(values()).map(QuantMetric::definition).toList();
    }

    Benchmark benchmark() {
        return benchmark;
    }

    double of(WindowSample sample) {
        return figure.applyAsDouble(sample);
    }
}
