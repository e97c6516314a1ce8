package org.assay.api.price;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Not ready before the latest prices have been read; after that a broker that is away shows in the prices' ages. */
@Singleton
@Readiness
final class PriceHealth implements HealthIndicator {

    private final PriceFeed feed;
    private final PriceBoard board;

    PriceHealth(PriceFeed feed, PriceBoard board) {
        this.feed = feed;
        this.board = board;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(
                () -> HealthResult.builder("price_feed", board.isComplete() ? HealthStatus.UP : HealthStatus.DOWN)
                        .details(Map.of(
                                "state",
                                board.isComplete() && !feed.isConnected()
                                        ? "degraded"
                                        : feed.state().label(),
                                "connected",
                                feed.isConnected(),
                                "records",
                                feed.records()))
                        .build());
    }
}
