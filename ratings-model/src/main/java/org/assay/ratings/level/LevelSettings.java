package org.assay.ratings.level;

/**
 * How levels are found.
 *
 * @param lookbackDays how old a swing may be
 * @param swingDays days on either side that a swing's high or low must exceed
 * @param rangeDays days of the average true range
 * @param kernelShare kernel width as a share of the average true range
 * @param halfLifeDays age at which a swing counts half
 * @param fewestTouches swings that make a level
 * @param listed most levels on each side; the strongest are kept
 */
public record LevelSettings(
        int lookbackDays,
        int swingDays,
        int rangeDays,
        double kernelShare,
        double halfLifeDays,
        int fewestTouches,
        int listed) {

    public LevelSettings {
        if (lookbackDays < 1 || swingDays < 1 || rangeDays < 1 || fewestTouches < 1 || listed < 1) {
            throw new IllegalArgumentException("days and counts start at 1");
        }
        if (!(kernelShare > 0) || !(halfLifeDays > 0)) {
            throw new IllegalArgumentException("kernel share and half-life are above 0");
        }
    }

    /** 365 days back, swings of 3 days, range of 14 days, half of it as width, half-life 120 days, 2 touches, 5 listed. */
    public static LevelSettings defaults() {
        return new LevelSettings(365, 3, 14, 0.5, 120, 2, 5);
    }
}
