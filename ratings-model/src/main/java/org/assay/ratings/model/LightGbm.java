package org.assay.ratings.model;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;

/** Grows trees with LightGBM. */
final class LightGbm implements AutoCloseable {

    private final LGBMDataset data;
    private final int columns;

    /**
     * @param rows the features of all rows, row by row; NaN where missing
     * @param count how many rows
     * @param settings how trees will be grown on them
     */
    LightGbm(double[] rows, int count, TreeSettings settings) {
        NativeLibrary.load();
        columns = rows.length / count;
        try {
            data = LGBMDataset.createFromMat(
                    rows,
                    count,
                    columns,
                    true,
                    "max_bin=63 num_threads=1 verbosity=-1 feature_pre_filter=false min_data_in_leaf="
                            + settings.leastRows(),
                    null);
        } catch (LGBMException e) {
            throw new ModelException.TrainingFailed("LightGBM does not take the training rows", e);
        }
    }

    void label(float[] targets) {
        try {
            data.setField("label", targets);
        } catch (LGBMException e) {
            throw new ModelException.TrainingFailed("LightGBM does not take the targets", e);
        }
    }

    /** @param directions the features' known directions, or an empty array */
    List<Tree> grow(TreeSettings settings, int[] directions, int seed) {
        return LightGbmText.trees(text(settings, directions, seed));
    }

    String text(TreeSettings settings, int[] directions, int seed) {
        StringBuilder parameters = new StringBuilder(settings.parameters(seed));
        for (int j = 0; j < directions.length; j++) {
            parameters.append(j == 0 ? " monotone_constraints=" : ",").append(directions[j]);
        }
        try (LGBMBooster booster = LGBMBooster.create(data, parameters.toString())) {
            boolean finished = false;
            for (int round = 0; round < settings.rounds() && !finished; round++) {
                finished = booster.updateOneIter();
            }
            return booster.saveModelToString(0, -1, LGBMBooster.FeatureImportanceType.SPLIT);
        } catch (LGBMException e) {
            throw new ModelException.TrainingFailed("LightGBM fails at growing trees", e);
        }
    }

    /** What LightGBM itself says about rows, to hold our own reading of its trees against. */
    static double[] predict(String model, double[] rows, int count, PredictionType type) {
        NativeLibrary.load();
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(model)) {
            return booster.predictForMat(rows, count, rows.length / count, true, type);
        } catch (LGBMException e) {
            throw new ModelException.TrainingFailed("LightGBM does not take its own model", e);
        }
    }

    @Override
    public void close() {
        try {
            data.close();
        } catch (LGBMException e) {
            throw new ModelException.TrainingFailed("LightGBM does not let go of the training rows", e);
        }
    }
}
