package org.assay.signals.rating.run;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.assay.events.token.TokenDirectory;
import org.assay.ratings.model.RatingsModel;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingConfiguration;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.daily.DailyRatings;
import org.assay.signals.rating.hourly.HourlyRatings;
import org.assay.signals.rating.record.Moment;
import org.jspecify.annotations.Nullable;

/** Rates what is due, by the injected clock. Of one thread; of one process at a time. */
@Singleton
@Requires(property = "assay.signals.rating.enabled", notEquals = StringUtils.FALSE)
@Requires(property = "assay.signals.sink.enabled", notEquals = StringUtils.FALSE)
public final class RatingRuns {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;

    private final RatingConfiguration settings;
    private final RatingStore store;
    private final RatingModels models;
    private final SaidSoFar saidSoFar;
    private final Outlet outlet;
    private final RatingMetrics metrics;
    private final Clock clock;
    private @Nullable Work work;
    private volatile RatingStatus status = RatingStatus.starting();

    RatingRuns(
            RatingConfiguration settings,
            RatingStore store,
            RatingModels models,
            SaidSoFar saidSoFar,
            RatingMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.models = models;
        this.saidSoFar = saidSoFar;
        this.outlet = saidSoFar.outlet();
        this.metrics = metrics;
        this.clock = clock;
    }

    private record Work(DailyRuns daily, HourlyRuns hourly, String model) {}

    RatingStatus status() {
        return status;
    }

    /** What another instance does is no work of this one; what it has in memory is forgotten. */
    void standBy() {
        work = null;
        status = new RatingStatus("standby", null, "another instance rates", null, null, null, clock.instant());
    }

    /**
     * Rates what is due; to be called again and again. Candles must have been the same at two calls in a row.
     *
     * @param stopped when it says so, the rest is left for another time
     * @throws RatingException when it could not be done; the next call begins from what is stored
     */
    public void runDue(BooleanSupplier stopped) throws RatingException {
        try {
            Work current = work == null ? begin() : work;
            if (current == null) {
                status = waiting("for the sinks to store what has been said");
                return;
            }
            work = current;
            boolean done = metrics.timed("daily", () -> current.daily().run(dueDay(), stopped));
            if (current.daily().ratedDay() >= 0 && !current.daily().bars().isEmpty()) {
                metrics.timed("hourly", () -> {
                    current.hourly()
                            .run(
                                    dueHour(),
                                    current.daily().bars(),
                                    current.daily().ratedDay(),
                                    stopped);
                    return true;
                });
            }
            status = status(current, done ? "up_to_date" : "waiting", done ? "" : "candles are coming in");
        } catch (SQLException e) {
            throw failed(new RatingException.Retryable("postgres", String.valueOf(e.getMessage()), RETRY, e));
        } catch (RatingException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            throw failed(new RatingException.Retryable("unexpected", String.valueOf(e), Duration.ofMinutes(1), e));
        }
    }

    private @Nullable Work begin() throws SQLException, RatingException {
        if (!saidSoFar.isStored()) {
            return null;
        }
        RatingsModel model = models.inForce();
        TokenCatalogue catalogue = new TokenCatalogue(TokenDirectory.bundled());
        Supplies supplies = supplies();
        Definitions.say(model, catalogue, supplies, clock.instant(), outlet);
        outlet.flush();
        DailyRuns daily = new DailyRuns(
                store,
                new DailyRatings(model, catalogue, settings.explainedDays(), clock),
                catalogue,
                supplies,
                outlet);
        HourlyRuns hourly = new HourlyRuns(
                store, new HourlyRatings(model, catalogue, clock), supplies, outlet, settings.hourlyCatchUp());
        hourly.takeUp(clock.instant());
        return new Work(daily, hourly, model.version());
    }

    private Supplies supplies() throws RatingException {
        String file = settings.supplyFile();
        try {
            return file == null ? Supplies.none() : Supplies.read(Path.of(file));
        } catch (IllegalArgumentException e) {
            throw new RatingException.Fatal("bad_supply_file", String.valueOf(e.getMessage()), e);
        }
    }

    private int dueDay() {
        long seconds = clock.instant().minus(settings.dailyDelay()).getEpochSecond();
        return Math.toIntExact(Math.floorDiv(seconds, DAY_SECONDS) - 1);
    }

    private long dueHour() {
        return Math.floorDiv(clock.instant().minus(settings.hourlyDelay()).getEpochSecond(), HOUR_SECONDS);
    }

    private RatingException failed(RatingException failure) {
        work = null;
        metrics.failed(failure.code());
        status = new RatingStatus(
                "failed",
                failure.code(),
                String.valueOf(failure.getMessage()),
                status.model(),
                status.ratedDay(),
                status.ratedHour(),
                clock.instant());
        return failure;
    }

    private RatingStatus waiting(String detail) {
        return new RatingStatus(
                "waiting", null, detail, status.model(), status.ratedDay(), status.ratedHour(), clock.instant());
    }

    private RatingStatus status(Work current, String state, String detail) {
        int day = current.daily().ratedDay();
        long hour = current.hourly().ratedHour();
        return new RatingStatus(
                state,
                null,
                detail,
                current.model(),
                day < 0 ? null : Moment.endOf(LocalDate.ofEpochDay(day)),
                hour < 0 ? null : Instant.ofEpochSecond(hour * HOUR_SECONDS),
                clock.instant());
    }
}
