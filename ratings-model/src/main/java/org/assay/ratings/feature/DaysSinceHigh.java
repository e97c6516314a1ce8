package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/** How long ago the token stood at its high. */
record DaysSinceHigh(int days) implements Feature {

    @Override
    public String id() {
        return "dshigh" + days;
    }

    @Override
    public FeatureGroup group() {
        return FeatureGroup.TREND;
    }

    @Override
    public String definition() {
        return "days since the highest F of " + days + " days";
    }

    @Override
    public String source() {
        return "Aroon (Chande, 1995), unscaled";
    }

    @Override
    public String unit() {
        return "days";
    }

    @Override
    public int warmUpDays() {
        return days + FeatureContext.CARRIED_DAYS;
    }

    @Override
    public Set<FeatureInput> needs() {
        return Set.of(FeatureInput.CLOSE);
    }

    @Override
    public Grid compute(FeatureContext context) {
        Grid filled = context.filled();
        Grid result = Grid.missing(filled.tokens(), filled.days());
        for (int i = 0; i < filled.tokens(); i++) {
            for (int t = Math.max(days - 1, context.from()); t < filled.days(); t++) {
                if (filled.has(i, t)) {
                    result.set(i, t, age(filled, i, t));
                }
            }
        }
        return result;
    }

    private double age(Grid filled, int token, int day) {
        int best = day;
        int present = 0;
        for (int s = day; s > day - days; s--) {
            present += filled.has(token, s) ? 1 : 0;
            best = filled.get(token, s) > filled.get(token, best) ? s : best;
        }
        return present < days * 2 / 3 ? Double.NaN : day - best;
    }
}
