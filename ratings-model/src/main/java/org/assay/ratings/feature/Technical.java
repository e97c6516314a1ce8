package org.assay.ratings.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/**
 * An indicator of ta4j over a token's daily bars. A gap of days starts a new series.
 *
 * @param id the feature's id
 * @param group what it speaks about
 * @param definition its formula
 * @param bars how many bars the indicator looks at; before that it is missing
 * @param indicator makes the indicator of a series
 */
record Technical(
        String id,
        FeatureGroup group,
        String definition,
        int bars,
        Function<BarSeries, ? extends Indicator<Num>> indicator)
        implements Feature {

    private static final NumFactory NUMBERS = DoubleNumFactory.getInstance();
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public String source() {
        return "ta4j 0.22.2";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public int warmUpDays() {
        return bars;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.HIGH, FeatureInput.LOW, FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Panel panel = context.panel();
        Grid result = Grid.missing(panel.tokens(), panel.days());
        for (int i = 0; i < panel.tokens(); i++) {
            int from = Math.max(0, context.from() - bars);
            for (int t = from; t <= panel.days(); t++) {
                if (t == panel.days() || !complete(panel, i, t)) {
                    if (t - from >= bars) {
                        fill(result, panel, i, from, t);
                    }
                    from = t + 1;
                }
            }
        }
        return result;
    }

    private void fill(Grid result, Panel panel, int token, int from, int to) {
        Indicator<Num> values = indicator.apply(series(panel, token, from, to));
        // From the last bar back: ta4j's running sums then add up each window anew, and no rounding is carried along.
        for (int t = to - 1; t >= from + bars - 1; t--) {
            double value = values.getValue(t - from).doubleValue();
            result.set(token, t, Double.isFinite(value) ? value : Double.NaN);
        }
    }

    private static BarSeries series(Panel panel, int token, int from, int to) {
        List<Bar> days = new ArrayList<>(to - from);
        for (int t = from; t < to; t++) {
            Instant begin = Instant.EPOCH.plus(DAY.multipliedBy(t - from));
            Num close = number(panel.close(), token, t);
            days.add(new BaseBar(
                    DAY,
                    begin,
                    begin.plus(DAY),
                    close,
                    number(panel.high(), token, t),
                    number(panel.low(), token, t),
                    close,
                    NUMBERS.zero(),
                    NUMBERS.zero(),
                    0));
        }
        return new BaseBarSeriesBuilder().withNumFactory(NUMBERS).withBars(days).build();
    }

    private static Num number(Grid grid, int token, int day) {
        return NUMBERS.numOf(grid.get(token, day));
    }

    private static boolean complete(Panel panel, int token, int day) {
        return panel.close().has(token, day)
                && panel.high().has(token, day)
                && panel.low().get(token, day) > 0
                && panel.high().get(token, day) >= panel.low().get(token, day);
    }
}
