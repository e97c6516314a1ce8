package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Revalidation;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Answers requests for candles of any series. */
@Singleton
class Candles {

    /** Open candles are issued every second. */
    private static final Duration CADENCE = Duration.ofSeconds(1);

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
        PageRequest page = listing.request(request, ListBounds.SERIES);
        Mono<List<Candle>> rows = store.candles(series, query.after(page), page.fetch());
        return Mono.zip(store.head(series, query.interval()), rows)
                .map(found -> answer(request, page, new Frame(series, query.interval(), found.getT1()), found.getT2()));
    }

    private HttpResponse<CandlePage> answer(
            HttpRequest<?> request, PageRequest page, Frame frame, List<Candle> candles) {
        Instant now = clock.instant();
        boolean stale = frame.head().isStale(now);
        return Revalidation.of(
                request,
                listing.page(
                        request,
                        page,
                        candles,
                        CandleQuery::sortKey,
                        (shown, nextCursor) -> frame.page(shown, nextCursor, now)),
                List.of(frame.head(), stale, candles),
                CADENCE);
    }

    private record Frame(Series series, Interval interval, SeriesHead head) {

        CandlePage page(List<Candle> candles, @Nullable String nextCursor, Instant now) {
            @Nullable Instant asOf = head.knownAt();
            return new CandlePage(
                    candles,
                    nextCursor,
                    series.id(),
                    interval.code(),
                    head.quote(),
                    asOf,
                    asOf == null
                            ? null
                            : Math.max(0, Duration.between(asOf, now).toMillis()),
                    head.isStale(now));
        }
    }
}
