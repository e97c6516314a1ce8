package org.assay.signals.price;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The settings of reference prices; {@code docs/methodology/reference-price.md} explains them.
 *
 * @param halfLife the time in which a trade's weight halves
 * @param timePenalty a market whose last trade is older than this is left out
 * @param conversionTimePenalty the same for the markets that price a quote asset
 * @param outlierDistance a market further from the median than this many median absolute deviations is left out
 * @param outlierMarkets the fewest markets among which outliers are looked for
 * @param deviationFloor the least median absolute deviation, as a fraction of the median
 * @param emissionInterval how often a price that changed is published, at most
 * @param venueLag a venue whose clock is so far behind the newest is not waited for when a minute ends
 */
@ConfigurationProperties("assay.signals.prices")
public record PriceRules(
        @Bindable(defaultValue = "60s") Duration halfLife,
        @Bindable(defaultValue = "5m") Duration timePenalty,
        @Bindable(defaultValue = "15m") Duration conversionTimePenalty,
        @DecimalMin("1") @Bindable(defaultValue = "5") BigDecimal outlierDistance,
        @Min(3) @Bindable(defaultValue = "3") int outlierMarkets,
        @DecimalMin("0") @Bindable(defaultValue = "0.001") BigDecimal deviationFloor,
        @Bindable(defaultValue = "50ms") Duration emissionInterval,
        @Bindable(defaultValue = "10s") Duration venueLag) {

    long halfLifeUs() {
        return halfLife.toNanos() / 1_000;
    }
}
