package org.assay.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assay.api.problem.FailureException;
import org.assay.api.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketIdTest {

    @ParameterizedTest
    @CsvSource({
        "binance:ETHUSDT, binance, ETHUSDT",
        "kraken:BTC/USD, kraken, BTC/USD",
        "okx:ETH-USDT, okx, ETH-USDT",
        "binance:币安人生USDT, binance, 币安人生USDT",
        "x:a:b, x, a:b"
    })
    void readsVenueAndSymbol(String text, String venue, String symbol) {
        assertThat(MarketId.ofPath(text)).isEqualTo(new MarketId(venue, symbol));
        assertThat(MarketId.ofParameter("market", text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "kraken", "kraken:", ":BTC", "Kraken:BTC", "kraken:BTC USD", "kraken:\u0000", "a/b:c"})
    void refusesWhatCanBeNoMarket(String text) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> MarketId.ofPath(text))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(ProblemCode.UNKNOWN_MARKET));
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> MarketId.ofParameter("market", text))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
    }
}
