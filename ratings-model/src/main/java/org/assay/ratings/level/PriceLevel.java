package org.assay.ratings.level;

import java.time.LocalDate;

/**
 * A price at which past swings turned.
 *
 * @param side below or above the last close
 * @param price in USD
 * @param distance price over the last close, less 1
 * @param touches how many swings turned there
 * @param firstTouch day of the earliest of them
 * @param lastTouch day of the latest
 * @param strength sum over the touches of 0.5^(age / half-life): 1 for a single touch today
 */
public record PriceLevel(
        LevelSide side,
        double price,
        double distance,
        int touches,
        LocalDate firstTouch,
        LocalDate lastTouch,
        double strength) {}
