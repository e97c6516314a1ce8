package org.assay.ratings.baseline;

import org.assay.ratings.panel.Grid;
import org.assay.ratings.window.Rolling;
import org.assay.ratings.window.Window;

/** How tokens move with bitcoin: second moments of daily log returns over 90 days, at least 60 of them common. */
final class MarketBeta {

    private static final Window WINDOW = new Window(90, 60);
    private static final double LEAST_VARIANCE = 1e-12;

    private final Grid covariance;
    private final Grid marketVariance;
    private final Grid variance;

    /** @param market the token that stands for the market, -1 where the panel lacks it */
    MarketBeta(Grid returns, int market) {
        Grid common = Grid.missing(returns.tokens(), returns.days());
        for (int token = 0; market >= 0 && token < returns.tokens(); token++) {
            for (int day = 0; day < returns.days(); day++) {
                if (returns.has(token, day)) {
                    common.set(token, day, returns.get(market, day));
                }
            }
        }
        this.covariance = covariance(returns, common);
        this.marketVariance = Cells.map(covariance(common, common), MarketBeta::substantial);
        this.variance = covariance(returns, returns);
    }

    private static Grid covariance(Grid x, Grid y) {
        Grid product = mean(Cells.combine(x, y, (a, b) -> a * b));
        Grid ofX = mean(Cells.combine(x, y, (a, b) -> Double.isNaN(b) ? Double.NaN : a));
        Grid ofY = mean(Cells.combine(x, y, (a, b) -> Double.isNaN(a) ? Double.NaN : b));
        return Cells.combine(product, Cells.combine(ofX, ofY, (a, b) -> a * b), (a, b) -> a - b);
    }

    private static Grid mean(Grid grid) {
        return Rolling.over(grid, () -> Rolling.mean(WINDOW));
    }

    private static double substantial(double variance) {
        return variance > LEAST_VARIANCE ? variance : Double.NaN;
    }

    Grid beta() {
        return Cells.quotient(covariance, marketVariance);
    }

    Grid correlation() {
        Grid product = Cells.combine(variance, marketVariance, (own, market) -> substantial(own) * market);
        return Cells.combine(covariance, product, (both, squares) -> both / Math.sqrt(squares));
    }

    /** The deviation that bitcoin does not explain. */
    Grid residualDeviation() {
        Grid explained = Cells.combine(covariance, marketVariance, (both, market) -> both * both / market);
        return Cells.combine(variance, explained, (own, part) -> Math.sqrt(Math.max(own - part, 0)));
    }
}
