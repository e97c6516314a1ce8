package org.assay.ratings.model;

/**
 * Linear regression of targets on centred ranks, a missing rank being the middle, with a penalty on squared weights:
 * (X'X/n + c I) w = X'y/n with c the penalty times 1/12, the mean square of a centred rank.
 */
final class Ridge {

    private static final double MEAN_SQUARE = 1.0 / 12;

    private final int columns;
    private final double[][] products;
    private final double[] answers;
    private long rows;

    Ridge(int columns) {
        this.columns = columns;
        this.products = new double[columns][columns];
        this.answers = new double[columns];
    }

    void add(TrainingRows data) {
        double[] x = new double[columns];
        for (int r = 0; r < data.count(); r++) {
            for (int j = 0; j < columns; j++) {
                double rank = data.features()[r * columns + j];
                x[j] = Double.isNaN(rank) ? 0 : rank - 0.5;
            }
            double y = data.targets()[r];
            for (int j = 0; j < columns; j++) {
                answers[j] += x[j] * y;
                for (int k = 0; k <= j; k++) {
                    products[j][k] += x[j] * x[k];
                }
            }
        }
        rows += data.count();
    }

    double[] weights(double penalty) {
        double[][] a = new double[columns][columns];
        double[] b = new double[columns];
        for (int j = 0; j < columns; j++) {
            b[j] = answers[j] / rows;
            for (int k = 0; k <= j; k++) {
                a[j][k] = products[j][k] / rows;
            }
            a[j][j] += penalty * MEAN_SQUARE;
        }
        return solve(a, b);
    }

    /** Cholesky's decomposition in place; only the lower triangle is read. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = a[j][k];
                for (int m = 0; m < k; m++) {
                    sum -= a[j][m] * a[k][m];
                }
                a[j][k] = j == k ? Math.sqrt(sum) : sum / a[k][k];
            }
        }
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = b[j];
            for (int k = 0; k < j; k++) {
                sum -= a[j][k] * y[k];
            }
            y[j] = sum / a[j][j];
        }
        double[] w = new double[n];
        for (int j = n - 1; j >= 0; j--) {
            double sum = y[j];
            for (int k = j + 1; k < n; k++) {
                sum -= a[k][j] * w[k];
            }
            w[j] = sum / a[j][j];
        }
        return w;
    }
}
