package org.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalsServiceTest {

    @Test
    void usesTheGivenClockAndItsOwnOtherwise() {
        Clock recording = Clock.fixed(Instant.parse("2024-08-08T23:54:00Z"), ZoneOffset.UTC);
        try (ApplicationContext given = SignalsService.start(Map.of(), recording);
                ApplicationContext own = SignalsService.start(Map.of())) {
            assertThat(given.getBean(Clock.class)).isSameAs(recording);
            assertThat(own.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
        }
    }

    @Test
    void kafkaSettingsHaveTheirDefaults() {
        try (ApplicationContext context = SignalsService.start(Map.of())) {
            assertThat(context.getBean(KafkaConfiguration.class))
                    .isEqualTo(new KafkaConfiguration("localhost:9092", 4, 1));
        }
    }
}
