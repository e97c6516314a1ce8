package org.assay.bench.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.assay.bench.client.SimulatorControl.SimulatedTrade;
import org.assay.bench.visibility.VisibilityProbe.Sighting;
import org.junit.jupiter.api.Test;

class VisibilityProbeTest {

    private static final long START_US = 1_767_268_800_000_000L;

    @Test
    void measuresATradeThatWasOvertakenByTheAnswerThatShowsTheNewerOne() {
        Histogram latencies = new Histogram(60_000_000L, 5);

        VisibilityProbe.record(
                List.of(tradeAt(0), tradeAt(10_000), tradeAt(30_000), tradeAt(90_000)),
                List.of(new Sighting(at(50_000), at(10_000)), new Sighting(at(80_000), at(30_000))),
                latencies);

        // 50 ms, 40 ms and 50 ms; the last trade was not seen within the measurement.
        assertThat(latencies.getTotalCount()).isEqualTo(3);
        assertThat(latencies.getMaxValue()).isEqualTo(50_000);
        assertThat(latencies.getMinValue()).isEqualTo(40_000);
    }

    private static SimulatedTrade tradeAt(long offsetUs) {
        return new SimulatedTrade(START_US + offsetUs, BigDecimal.ONE, BigDecimal.ONE);
    }

    private static Instant at(long offsetUs) {
        return Instant.ofEpochSecond(START_US / 1_000_000, offsetUs * 1_000);
    }
}
