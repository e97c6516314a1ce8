package org.assay.testkit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StubClockTest {

    @Test
    void stands_still_until_it_is_moved() {
        StubClock clock = StubClock.at("2024-08-08T23:54:00Z");

        assertThat(clock.instant()).isEqualTo("2024-08-08T23:54:00Z");
        clock.advance(Duration.ofSeconds(90));
        assertThat(clock.instant()).isEqualTo("2024-08-08T23:55:30Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }
}
