package org.assay.ratings.model;

import java.util.Map;

/**
 * A trained model of both grades.
 *
 * @param version how it is asked for, such as {@code 2021.12-1}: letters, digits, dots and dashes
 * @param trader the Trader Grade
 * @param investor the Investor Grade
 * @param provenance what it was made of: the panel's hash, dates, parameters, the features' versions, scores
 */
public record RatingsModel(String version, GradeModel trader, GradeModel investor, Map<String, String> provenance) {

    public RatingsModel {
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("no version of a model: " + version);
        }
        provenance = Map.copyOf(provenance);
    }
}
