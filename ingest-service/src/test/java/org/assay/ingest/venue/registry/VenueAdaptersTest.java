package org.assay.ingest.venue.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.ingest.venue.VenueAdapter;
import org.junit.jupiter.api.Test;

class VenueAdaptersTest {

    @Test
    void every_venue_is_listed_once_and_found_by_its_id() {
        assertThat(VenueAdapters.all())
                .extracting(VenueAdapter::venue)
                .containsExactly("binance", "coinbase", "kraken", "bybit", "okx");
        assertThat(VenueAdapters.all()).allSatisfy(adapter -> assertThat(VenueAdapters.find(adapter.venue()))
                .containsSame(adapter));
        assertThat(VenueAdapters.find("mtgox")).isEmpty();
    }
}
