package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.api.list.PageRequest;
import org.assay.api.query.QueryParameters;
import org.assay.api.query.TimeRange;
import org.assay.events.candle.Interval;

/**
 * Which candles are asked for.
 *
 * @param ascending oldest first; else newest first
 * @param from the first open time that counts
 * @param to the first that does not count any more
 */
record CandleQuery(Interval interval, boolean ascending, Instant from, Instant to) {

    private static final Set<String> PARAMETERS = Set.of("interval", "start", "end", "order", "limit", "cursor");
    private static final Map<String, Boolean> ORDERS = Map.of("asc", true, "desc", false);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    static CandleQuery of(HttpRequest<?> request) {
        QueryParameters parameters = QueryParameters.of(request, PARAMETERS);
        Interval interval = parameters.choice("interval", intervalsByCode()).orElse(Interval.H1);
        boolean ascending = parameters.choice("order", ORDERS).orElse(false);
        TimeRange range = parameters.range();
        return new CandleQuery(
                interval,
                ascending,
                range.start().orElse(Instant.EPOCH),
                range.end().orElse(END_OF_TIME));
    }

    /** The same, without what the pages before have shown. */
    CandleQuery after(PageRequest page) {
        List<String> after = page.after();
        if (after == null) {
            return this;
        }
        Instant last = Instant.parse(after.getFirst());
        return ascending
                ? new CandleQuery(interval, true, last.plus(interval.duration()), to)
                : new CandleQuery(interval, false, from, last);
    }

    /** What {@link #after} needs of the last candle shown. */
    static List<String> sortKey(Candle candle) {
        return List.of(candle.openTime().toString());
    }

    private static Map<String, Interval> intervalsByCode() {
        Map<String, Interval> codes = new LinkedHashMap<>();
        Arrays.stream(Interval.values()).forEach(interval -> codes.put(interval.code(), interval));
        return codes;
    }
}
