package org.assay.ratings.forecast;

/** Why a token has no forecast. */
public enum ForecastGap {
    /** No close on the day asked for. */
    NO_PRICE,
    /** Too few returns to measure the token's volatility. */
    INSUFFICIENT_HISTORY,
    /** Too few past outcomes of all tokens to calibrate with. */
    INSUFFICIENT_CALIBRATION
}
