package org.assay.api.grade;

import java.util.List;
import org.assay.api.bitemporal.Cadence;
import org.assay.api.problem.FailureException;
import org.assay.api.query.QueryParameters;

/**
 * Which grades are meant.
 *
 * @param kind {@code trader} (days ahead) or {@code investor} (months ahead)
 */
record GradeSeries(String kind, Cadence cadence) {

    private static final List<String> KINDS = List.of("trader", "investor");

    /** Reads {@code kind} and {@code cadence}. */
    static GradeSeries of(QueryParameters parameters) {
        String kind = parameters.word("kind", KINDS).orElse("trader");
        Cadence cadence = parameters.choice("cadence", Cadence.byCode()).orElse(Cadence.DAILY);
        if (kind.equals("investor") && cadence == Cadence.HOURLY) {
            throw FailureException.invalidParameter("cadence", "is daily for the investor kind: it looks months ahead");
        }
        return new GradeSeries(kind, cadence);
    }
}
