package org.assay.api.bitemporal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.assay.api.problem.FailureException;
import org.assay.api.query.QueryParameters;

/**
 * By when something must have been said to count. An answer as of a moment is what this API would have said then: later
 * corrections are not seen, and ages are those of then.
 *
 * @param moment inclusive
 * @param asked whether the caller named it; else it is the moment of the request
 */
public record KnownBy(Instant moment, boolean asked) {

    /** The name of the parameter. */
    public static final String PARAMETER = "as_of";

    /**
     * Reads {@code as_of}.
     *
     * @throws FailureException 400 {@code invalid_parameter} when it is no time or lies in the future
     */
    public static KnownBy of(QueryParameters parameters, Clock clock) {
        Instant now = clock.instant();
        Optional<Instant> asked = parameters.time(PARAMETER);
        asked.filter(moment -> moment.isAfter(now)).ifPresent(future -> {
            throw FailureException.invalidParameter(PARAMETER, "lies in the future: what will be known is not known");
        });
        return asked.map(moment -> new KnownBy(moment, true)).orElseGet(() -> new KnownBy(now, false));
    }

    /** The same moment again, for the pages after the first: all pages of a list are of one moment. */
    public KnownBy at(String earlier) {
        return new KnownBy(Instant.parse(earlier), asked);
    }
}
