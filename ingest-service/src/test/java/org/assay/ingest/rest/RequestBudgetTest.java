package org.assay.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assay.testkit.clock.StubClock;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private final StubClock clock = StubClock.at("2026-03-01T12:00:00Z");
    private final RequestBudget budget = new RequestBudget(125, Duration.ofSeconds(100), clock);

    @Test
    void requestsWithinTheBudgetGoOutAtOnce() {
        assertThat(budget.reserve(60)).isZero();
        assertThat(budget.reserve(40)).isZero();
    }

    @Test
    void aRequestBeyondTheBudgetWaitsForItsWeight() {
        budget.reserve(100);

        assertThat(budget.reserve(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(budget.reserve(5)).isEqualTo(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(20));
        assertThat(budget.reserve(10)).isZero();
    }

    @Test
    void nothingGoesOutWhileTheVenueAsksForPatience() {
        budget.hold(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(10));

        assertThat(budget.reserve(1)).isEqualTo(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(21));
        assertThat(budget.reserve(1)).isZero();
    }
}
