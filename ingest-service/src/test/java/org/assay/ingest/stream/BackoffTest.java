package org.assay.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsGrowUpToTheCapAndAreSpreadOverAllOfIt() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(7));
        long ceiling = 500;
        for (int attempt = 0; attempt < 12; attempt++) {
            assertThat(backoff.next()).isBetween(Duration.ZERO, Duration.ofMillis(Math.min(30_000, ceiling)));
            ceiling *= 2;
        }
        long longWaits = 0;
        for (int i = 0; i < 1_000; i++) {
            longWaits += backoff.next().toMillis() > 15_000 ? 1 : 0;
        }
        assertThat(longWaits).isBetween(400L, 600L);
    }

    @Test
    void aConnectionBudgetLetsOnlySoManyThroughInAMinute() {
        ConnectionBudget budget = new ConnectionBudget(2);

        assertThat(budget.tryTake(0)).isTrue();
        assertThat(budget.tryTake(1_000_000)).isTrue();
        assertThat(budget.tryTake(59_000_000)).isFalse();
        assertThat(budget.tryTake(60_000_000)).isTrue();
        assertThat(budget.tryTake(60_500_000)).isFalse();
    }
}
