package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assay.api.list.Listing;
import org.assay.api.list.PageRequest;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers requests for candles of any series. */
@Singleton
class Candles {

    /** A quiet minute is issued as soon as it is over; a series whose newest minute ended longer ago has stopped. */
    private static final Duration CONTINUED_WITHIN = Duration.ofMinutes(3);

    private final CandleStore store;
    private final Listing listing;
    private final Clock clock;

    Candles(CandleStore store, Listing listing, Clock clock) {
        this.store = store;
        this.listing = listing;
        this.clock = clock;
    }

    /** The page that the request asks for; empty when there is no such series. */
    Mono<HttpResponse<CandlePage>> page(HttpRequest<?> request, Series series) {
        CandleQuery query = CandleQuery.of(request);
        PageRequest page = listing.request(request, CandleQuery.BOUNDS);
        Mono<List<Candle>> rows = store.candles(series, query.after(page), page.fetch());
        return Mono.zip(store.head(series, query.interval()), rows)
                .map(found -> listing.page(
                        request,
                        page,
                        found.getT2(),
                        CandleQuery::sortKey,
                        (candles, next) -> body(series, query.interval(), found.getT1(), candles, next)));
    }

    private CandlePage body(
            Series series, Interval interval, SeriesHead head, List<Candle> candles, @Nullable String nextCursor) {
        Instant now = clock.instant();
        @Nullable Instant asOf = head.knownAt();
        @Nullable Instant minute = head.minute();
        boolean stale = minute == null
                || minute.plus(Interval.M1.duration()).plus(CONTINUED_WITHIN).isBefore(now);
        return new CandlePage(
                candles,
                nextCursor,
                series.id(),
                interval.code(),
                head.quote(),
                asOf,
                asOf == null ? null : Math.max(0, Duration.between(asOf, now).toMillis()),
                stale);
    }
}
