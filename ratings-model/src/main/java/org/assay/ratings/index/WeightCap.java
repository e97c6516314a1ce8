package org.assay.ratings.index;

/** Bounds weights from above. */
final class WeightCap {

    private WeightCap() {}

    /**
     * Weights of which none is above the cap: what lies above is spread over the weights below it in proportion to them,
     * again and again until none is above. A cap below 1 / n is taken as 1 / n.
     *
     * @param raw 0 or more, not all 0
     * @return weights that sum to 1, in the order given
     */
    static double[] apply(double[] raw, double cap) {
        int n = raw.length;
        double limit = Math.max(cap, 1.0 / n);
        boolean[] capped = new boolean[n];
        double[] weights = new double[n];
        boolean changed = true;
        while (changed) {
            changed = false;
            double free = 1;
            double sum = 0;
            int open = 0;
            for (int i = 0; i < n; i++) {
                if (capped[i]) {
                    free -= limit;
                } else {
                    sum += raw[i];
                    open++;
                }
            }
            for (int i = 0; i < n; i++) {
                // With nothing to be in proportion to, the rest is spread evenly.
                double share = sum > 0 ? raw[i] / sum : 1.0 / open;
                weights[i] = capped[i] ? limit : Math.max(0, free) * share;
            }
            for (int i = 0; i < n; i++) {
                if (!capped[i] && weights[i] > limit + 1e-12) {
                    capped[i] = true;
                    changed = true;
                }
            }
        }
        return weights;
    }
}
