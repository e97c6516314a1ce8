package org.assay.events.candle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {

    @Test
    void opensOnTheUtcGrid() {
        Instant time = Instant.parse("2026-01-01T13:47:59.999999Z");

        assertThat(Interval.M1.openOf(time)).isEqualTo("2026-01-01T13:47:00Z");
        assertThat(Interval.M5.openOf(time)).isEqualTo("2026-01-01T13:45:00Z");
        assertThat(Interval.M15.openOf(time)).isEqualTo("2026-01-01T13:45:00Z");
        assertThat(Interval.H1.openOf(time)).isEqualTo("2026-01-01T13:00:00Z");
        assertThat(Interval.H4.openOf(time)).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(Interval.D1.openOf(time)).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void putsTheBoundaryIntoTheLaterIntervalAndTimesBeforeTheEpochIntoTheirs() {
        assertThat(Interval.M1.openOf(60_000_000L)).isEqualTo(60_000_000L);
        assertThat(Interval.M1.openOf(59_999_999L)).isZero();
        assertThat(Interval.M1.openOf(-1L)).isEqualTo(-60_000_000L);
    }

    @ParameterizedTest
    @EnumSource(Interval.class)
    void dividesTheDayAndIsFoundByItsCode(Interval interval) {
        assertThat(Interval.D1.micros() % interval.micros()).isZero();
        assertThat(Interval.ofCode(interval.code())).contains(interval);
    }

    @Test
    void knowsNoOtherCode() {
        assertThat(Interval.ofCode("2m")).isEmpty();
        assertThat(Interval.ofCode("1M")).isEmpty();
        assertThat(Interval.ofCode("")).isEmpty();
    }
}
