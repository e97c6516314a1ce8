package org.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Venue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All markets of all venues. */
class EveryMarketTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:30Z"));
    private Simulator simulator;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = Simulator.start(SimulatorSettings.defaults(folder)
                .withTokens(20)
                .withTradesPerSecond(500)
                .withClock(clock));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void every_market_is_listed_and_serves_candles_and_trades() throws Exception {
        for (Market market : simulator.universe().markets()) {
            String symbol = market.symbol();
            String path =
                    switch (market.venue()) {
                        case BINANCE -> "/api/v3/klines?symbol=" + symbol + "&interval=1d&limit=3";
                        case COINBASE ->
                            "/products/" + symbol
                                    + "/candles?granularity=86400&start=2026-11-17T00:00:00Z&end=2026-11-20T00:00:00Z";
                        case KRAKEN -> "/0/public/OHLC?interval=1440&since=1794900000&pair=" + symbol;
                        case BYBIT -> "/v5/market/kline?category=spot&interval=D&limit=3&symbol=" + symbol;
                        case OKX -> "/api/v5/market/candles?bar=1Dutc&limit=3&instId=" + symbol;
                    };
            HttpResponse<String> answer = Client.exchange(
                    "GET", URI.create(simulator.restBase(market.venue().id()) + path), "");
            assertThat(answer.statusCode()).as(market.id()).isEqualTo(200);
            assertThat(answer.body().length()).as(market.id()).isGreaterThan(150);
        }
        assertThat(simulator.universe().markets(Venue.KRAKEN)).isNotEmpty();
    }
}
