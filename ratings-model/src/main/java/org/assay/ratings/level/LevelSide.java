package org.assay.ratings.level;

/** Which side of the last close a level lies on. */
public enum LevelSide {
    SUPPORT,
    RESISTANCE
}
