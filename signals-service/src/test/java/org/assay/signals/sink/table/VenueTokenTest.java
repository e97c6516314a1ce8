package org.assay.signals.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VenueTokenTest {

    @Test
    void namesATokenByItsSymbolAndVenue() {
        assertThat(VenueToken.of("binance", "QZX7")).isEqualTo(new VenueToken("qzx7-binance", "QZX7"));
        assertThat(VenueToken.of("okx", "1000SATS").id()).isEqualTo("1000sats-okx");
    }

    @Test
    void makesASlugOfAnyCode() {
        assertThat(Stream.of("1INCH.S", "a b", "币安人生", "-", "ÅÄÖ")
                        .map(code -> VenueToken.of("kraken", code).id()))
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*-kraken"));
    }

    @Test
    void keepsCodesApartThatHaveTheSameLetters() {
        assertThat(Stream.of("AB", "ab", "A.B", "A-B", "A B", ".AB", "币", "安")
                        .map(code -> VenueToken.of("kraken", code).id()))
                .doesNotHaveDuplicates();
    }
}
