package org.assay.ratings.feature;

import java.util.Set;
import org.assay.ratings.panel.Grid;

/**
 * One measurement of every token on every day. The value of day t follows from rows of days up to t alone, and has the same
 * bits whatever comes later and however far back the panel reaches beyond {@link #warmUpDays()}. What cannot be known is
 * missing (NaN).
 */
public interface Feature {

    /** Short, stable and unique: letters, digits and underscores. */
    String id();

    FeatureGroup group();

    /** The formula in words and symbols. */
    String definition();

    /** Where the measure comes from: a paper, a library's indicator, or the custom it follows. */
    String source();

    /** The unit of the value; "1" for a pure number. */
    String unit();

    /** How many days of history before day t the value of day t may depend on. */
    int warmUpDays();

    /** The columns it reads. */
    Set<FeatureInput> needs();

    /** Raised whenever the same id begins to mean other numbers. */
    default int version() {
        return 1;
    }

    Grid compute(FeatureContext context);
}
