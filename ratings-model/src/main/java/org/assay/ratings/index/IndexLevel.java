package org.assay.ratings.index;

import java.time.LocalDate;

/**
 * The level of a day.
 *
 * @param day the UTC day
 * @param level after the day's close and trades
 * @param heldAtLastPrint how many holdings had no price that day and counted at their last one
 */
public record IndexLevel(LocalDate day, double level, int heldAtLastPrint) {}
