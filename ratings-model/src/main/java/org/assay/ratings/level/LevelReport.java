package org.assay.ratings.level;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token's levels as of a day's close.
 *
 * @param asOf the UTC day
 * @param close last close; absent when the day has none, and then there are no levels
 * @param supports nearest first
 * @param resistances nearest first
 */
public record LevelReport(
        LocalDate asOf, @Nullable Double close, List<PriceLevel> supports, List<PriceLevel> resistances) {

    public LevelReport {
        supports = List.copyOf(supports);
        resistances = List.copyOf(resistances);
    }
}
