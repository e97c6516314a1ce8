package org.assay.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.registry.VenueAdapters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {

    private final Recogniser recogniser = new Recogniser(VenueAdapters.all());

    @ParameterizedTest
    @CsvSource({
        "ws://127.0.0.1:4089/binance/stream#1-5, binance",
        "ws://127.0.0.1:4089/coinbase#1-1, coinbase",
        "ws://127.0.0.1:4089/kraken/v2#1-4, kraken",
        "ws://localhost:4089/bybit/v5/public/spot#1-6, bybit",
        "ws://127.0.0.1:4089/okx/ws/v5/public#1-3, okx",
        "wss://ws.kraken.com/v2, kraken",
        "ws://192.0.2.1:4089/kraken/v2, ",
        "ws://127.0.0.1:4089/krakens/v2, ",
        "ws://127.0.0.1:4089/kraken/v1, ",
    })
    void aSimulatedVenuesSocketIsThatOfTheVenue(URI address, @Nullable String venue) {
        VenueAdapter adapter = recogniser.socket(address).adapter();

        assertThat(adapter == null ? null : adapter.venue()).isEqualTo(venue);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4089/binance/api/v3/exchangeInfo, binance",
        "http://127.0.0.1:4089/okx/api/v5/public/instruments?instType=SPOT, okx",
        "https://api.kraken.com/0/public/AssetPairs, kraken",
    })
    void aSimulatedVenuesInstrumentListIsThatOfTheVenue(URI address, String venue) {
        assertThat(recogniser.listings(address)).map(VenueAdapter::venue).contains(venue);
    }
}
