package org.assay.signals.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.events.candle.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final long TENTH_US = 100_000;

    @Test
    void in_a_minute_each_interval_is_due_as_often_as_it_should() {
        for (String name : List.of("bitcoin", "ethereum", "binance:BTCUSDT", "kraken:ETH/USD")) {
            List<@Nullable Interval> due = dueInAMinute(name);

            assertThat(atLeast(due, Interval.M1)).as(name).isEqualTo(60);
            assertThat(atLeast(due, Interval.M5)).as(name).isEqualTo(12);
            assertThat(atLeast(due, Interval.M15)).as(name).isEqualTo(4);
            assertThat(atLeast(due, Interval.D1)).as(name).isEqualTo(1);
        }
    }

    @Test
    void all_is_due_by_a_clock_that_was_not_known_before() {
        assertThat(Cadence.due(null, 5, Cadence.moment("bitcoin"))).isEqualTo(Interval.D1);
    }

    @Test
    void the_moments_of_many_series_are_spread_over_the_second() {
        Map<Long, Integer> counts = new HashMap<>();
        IntStream.range(0, 1_000)
                .forEach(i -> counts.merge(Cadence.moment("token-" + i) % 1_000_000 / 200_000, 1, Integer::sum));

        assertThat(counts).hasSize(5).allSatisfy((fifth, count) -> assertThat(count)
                .isBetween(100, 300));
    }

    private static List<@Nullable Interval> dueInAMinute(String name) {
        List<@Nullable Interval> due = new ArrayList<>();
        for (long tenth = 1; tenth <= 600; tenth++) {
            due.add(Cadence.due((tenth - 1) * TENTH_US, tenth * TENTH_US, Cadence.moment(name)));
        }
        return due;
    }

    private static long atLeast(List<@Nullable Interval> due, Interval least) {
        return due.stream()
                .filter(interval -> interval != null && interval.compareTo(least) >= 0)
                .count();
    }
}
