package org.assay.signals.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assay.signals.SignalsService;
import org.junit.jupiter.api.Test;

class RatingConfigurationTest {

    private static ApplicationContext alone(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("assay.signals.streams.enabled", false);
        all.put("assay.signals.sink.enabled", false);
        return SignalsService.start(all);
    }

    @Test
    void everySettingHasItsDefault() {
        try (ApplicationContext context = alone(Map.of())) {
            assertThat(context.getBean(RatingConfiguration.class))
                    .isEqualTo(new RatingConfiguration(
                            true,
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(1),
                            Duration.ofSeconds(15),
                            3,
                            7,
                            null,
                            null));
        }
    }

    @Test
    void everySettingIsReadUnderItsKey() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("assay.signals.rating.enabled", false);
        settings.put("assay.signals.rating.daily-delay", "5m");
        settings.put("assay.signals.rating.hourly-delay", "6m");
        settings.put("assay.signals.rating.check-interval", "7s");
        settings.put("assay.signals.rating.hourly-catch-up", 8);
        settings.put("assay.signals.rating.explained-days", 9);
        settings.put("assay.signals.rating.supply-file", "supplies.csv");
        settings.put("assay.signals.rating.model-file", "other.model");
        try (ApplicationContext context = alone(settings)) {
            assertThat(context.getBean(RatingConfiguration.class))
                    .isEqualTo(new RatingConfiguration(
                            false,
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(6),
                            Duration.ofSeconds(7),
                            8,
                            9,
                            "supplies.csv",
                            "other.model"));
        }
    }
}
