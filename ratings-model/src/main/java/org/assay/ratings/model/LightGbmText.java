package org.assay.ratings.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the trees from the text in which LightGBM writes its models. */
final class LightGbmText {

    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;

    private LightGbmText() {}

    static List<Tree> trees(String model) {
        List<Tree> trees = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (String line : model.lines().toList()) {
            if (line.startsWith("Tree=") || line.startsWith("end of trees")) {
                if (fields.containsKey("leaf_value")) {
                    trees.add(tree(fields));
                }
                fields.clear();
            }
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return trees;
    }

    private static Tree tree(Map<String, String> fields) {
        double[] values = doubles(fields, "leaf_value");
        if (values.length == 1) {
            return new Tree(
                    new int[0], new double[0], new boolean[0], new int[0], new int[0], new int[0], values, new int[1]);
        }
        int[] decisions = ints(fields, "decision_type");
        boolean[] missingLeft = new boolean[decisions.length];
        for (int node = 0; node < decisions.length; node++) {
            if ((decisions[node] & CATEGORICAL) != 0) {
                throw new IllegalArgumentException("a categorical split");
            }
            missingLeft[node] = (decisions[node] & DEFAULT_LEFT) != 0;
        }
        double[] thresholds = doubles(fields, "threshold");
        for (int node = 0; node < decisions.length; node++) {
            // Without a missing value in training LightGBM reads one as 0.
            if (decisions[node] >> 2 == 0) {
                missingLeft[node] = 0 <= thresholds[node];
            }
        }
        return new Tree(
                ints(fields, "split_feature"),
                thresholds,
                missingLeft,
                ints(fields, "left_child"),
                ints(fields, "right_child"),
                ints(fields, "internal_count"),
                values,
                ints(fields, "leaf_count"));
    }

    private static int[] ints(Map<String, String> fields, String name) {
        return Arrays.stream(parts(fields, name)).mapToInt(Integer::parseInt).toArray();
    }

    private static double[] doubles(Map<String, String> fields, String name) {
        return Arrays.stream(parts(fields, name))
                .mapToDouble(LightGbmText::number)
                .toArray();
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String[] parts(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("a tree without " + name);
        }
        return text.strip().split(" +");
    }
}
