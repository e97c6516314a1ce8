package org.assay.ratings.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects findings while files are read. */
final class Findings {

    private static final class Tally {
        private long count;
        private final List<String> examples = new ArrayList<>();
    }

    private final Map<Finding.Kind, Tally> tallies = new EnumMap<>(Finding.Kind.class);

    void add(Finding.Kind kind, Supplier<String> example) {
        add(kind, 1, example);
    }

    void add(Finding.Kind kind, long count, Supplier<String> example) {
        Tally tally = tallies.computeIfAbsent(kind, any -> new Tally());
        tally.count += count;
        if (tally.examples.size() < Finding.MOST_EXAMPLES) {
            tally.examples.add(example.get());
        }
    }

    List<Finding> list() {
        List<Finding> list = new ArrayList<>();
        tallies.forEach((kind, tally) -> list.add(new Finding(kind, tally.count, tally.examples)));
        return list;
    }
}
