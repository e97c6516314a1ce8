package org.assay.api.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.assay.api.list.PageRequest;
import org.assay.events.candle.Interval;
import org.junit.jupiter.api.Test;

class CandleQueryTest {

    @Test
    void asksForTheNewestHoursByDefault() {
        CandleQuery query = CandleQuery.of(HttpRequest.GET("/v1/tokens/bitcoin/candles"));
        assertThat(query.interval()).isEqualTo(Interval.H1);
        assertThat(query.ascending()).isFalse();
        assertThat(query.from()).isEqualTo(Instant.EPOCH);
        assertThat(query.to()).isAfter(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @Test
    void goesOnBehindTheLastCandleShownInEitherOrder() {
        PageRequest page = new PageRequest(10, List.of("2026-11-21T12:05:00Z"));

        CandleQuery up =
                new CandleQuery(Interval.M5, true, Instant.EPOCH, Instant.ofEpochSecond(2_000_000_000L)).after(page);
        assertThat(up.from()).isEqualTo(Instant.parse("2026-11-21T12:10:00Z"));
        assertThat(up.to()).isEqualTo(Instant.ofEpochSecond(2_000_000_000L));

        CandleQuery down =
                new CandleQuery(Interval.M5, false, Instant.EPOCH, Instant.ofEpochSecond(2_000_000_000L)).after(page);
        assertThat(down.from()).isEqualTo(Instant.EPOCH);
        assertThat(down.to()).isEqualTo(Instant.parse("2026-11-21T12:05:00Z"));
    }

    @Test
    void beginsWithTheFirstPageWithoutACursor() {
        CandleQuery query = CandleQuery.of(HttpRequest.GET("/v1/tokens/bitcoin/candles"));
        assertThat(query.after(new PageRequest(10, null))).isEqualTo(query);
    }
}
