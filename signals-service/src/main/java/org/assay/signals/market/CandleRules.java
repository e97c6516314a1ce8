package org.assay.signals.market;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The settings of candles; {@code docs/methodology/candles.md} explains them.
 *
 * @param grace how long after its end an interval stays open for trades that are still on their way
 * @param retention how far behind a market's newest trade a late one still amends its candle; zero: without limit
 * @param discontinuity a venue's clock that moves on by more than this was away
 * @param closeByWallClock whether candles are closed by this machine's clock where a venue's worker is silent; off in a
 *     replay, whose result then depends on the recording alone
 * @param silence how long a venue's worker is silent before that
 * @param futureTolerance a trade further ahead of its own receipt than this is refused
 */
@ConfigurationProperties("assay.signals.candles")
public record CandleRules(
        @Bindable(defaultValue = "2s") Duration grace,
        @Bindable(defaultValue = "48h") Duration retention,
        @Bindable(defaultValue = "60s") Duration discontinuity,
        @Bindable(defaultValue = "true") boolean closeByWallClock,
        @Bindable(defaultValue = "10s") Duration silence,
        @Bindable(defaultValue = "1h") Duration futureTolerance) {

    long graceUs() {
        return micros(grace);
    }

    /** {@link Long#MAX_VALUE} where there is no limit. */
    long retentionUs() {
        return retention.isZero() ? Long.MAX_VALUE : micros(retention);
    }

    long discontinuityUs() {
        return micros(discontinuity);
    }

    long futureToleranceUs() {
        return micros(futureTolerance);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
