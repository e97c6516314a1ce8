package org.assay.ingest.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assay.events.candle.Interval;
import org.junit.jupiter.api.Test;

class ConversionsFirstTest {

    private static final Duration NO_TIME = Duration.ZERO;

    @Test
    void an_interval_begins_when_every_venue_has_published_its_conversion_markets() throws InterruptedException {
        ConversionsFirst order = new ConversionsFirst(List.of("binance", "kraken"), Duration.ofMinutes(1));

        order.published("binance", Interval.D1);
        order.published("binance", Interval.H1);
        order.published("kraken", Interval.D1);

        assertThat(order.await(Interval.D1)).isTrue();
    }

    @Test
    void a_venue_counts_once() throws InterruptedException {
        ConversionsFirst order = new ConversionsFirst(List.of("binance", "kraken"), NO_TIME);

        order.published("binance", Interval.D1);
        order.published("binance", Interval.D1);

        assertThat(order.await(Interval.D1)).isFalse();
    }

    @Test
    void a_venue_that_gives_up_holds_nobody_back() throws InterruptedException {
        ConversionsFirst order = new ConversionsFirst(List.of("binance", "kraken"), Duration.ofMinutes(1));

        order.leave("kraken");
        order.published("binance", Interval.M1);

        assertThat(order.await(Interval.M1)).isTrue();
    }

    @Test
    void a_venue_that_does_not_come_is_waited_for_once() throws InterruptedException {
        ConversionsFirst order = new ConversionsFirst(List.of("binance", "kraken"), NO_TIME);
        order.published("binance", Interval.D1);

        assertThat(order.await(Interval.D1)).isFalse();
        assertThat(order.await(Interval.H1)).isTrue();
    }
}
