package org.assay.signals.rating.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.assay.ratings.signal.SignalRules;
import org.assay.ratings.signal.SignalState;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.HourlyBars;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.hourly.HourlyRatings;
import org.assay.signals.rating.record.Moment;
import org.assay.signals.rating.record.SignalStates;

/**
 * Which hours are rated: the last ones that are over and not rated yet, and again those whose bars have been amended since.
 * Hours are counted from the epoch. Of one thread.
 */
final class HourlyRuns {

    private static final long SECONDS = 3_600;
    private static final int HOURS_PER_DAY = 24;
    /** As seldom is looked for amended hours: reading the candles costs more than looking at the clock. */
    private static final int CHECKS = 20;

    private final RatingStore store;
    private final HourlyRatings ratings;
    private final Supplies supplies;
    private final Outlet outlet;
    private final int catchUp;
    private final NavigableMap<Long, String> digests = new TreeMap<>();
    private final NavigableMap<Long, Map<String, SignalState>> states = new TreeMap<>();
    private long checkedHour = -1;
    private int checks;

    /**
     * Takes up the work where the runs that are stored have left it.
     *
     * @param catchUp how many hours of the past are rated
     */
    HourlyRuns(RatingStore store, HourlyRatings ratings, Supplies supplies, Outlet outlet, int catchUp) {
        this.store = store;
        this.ratings = ratings;
        this.supplies = supplies;
        this.outlet = outlet;
        this.catchUp = catchUp;
    }

    /** Reads the runs that are stored. */
    void takeUp(Instant now) throws SQLException {
        Instant since = now.minus(Duration.ofHours(2L * HOURS_PER_DAY));
        for (Map.Entry<Instant, RatingStore.Run> run :
                store.runs(Moment.HOURLY, since).entrySet()) {
            long hour = run.getKey().getEpochSecond() / SECONDS;
            digests.put(hour, run.getValue().inputDigest());
            store.state(Moment.HOURLY, run.getKey())
                    .map((JsonNode json) -> SignalStates.read(json.path("signals")))
                    .ifPresent(state -> states.put(hour, state));
        }
    }

    /** The end of the last hour rated, or -1. */
    long ratedHour() {
        return digests.isEmpty() ? -1 : digests.lastKey();
    }

    /**
     * Rates what is due.
     *
     * @param due the end of the last hour that is over for long enough
     * @param ratedDay the last day that is rated
     */
    void run(long due, DailyBars daily, int ratedDay, BooleanSupplier stopped) throws SQLException, RatingException {
        if (due == checkedHour && ++checks < CHECKS) {
            return;
        }
        checks = 0;
        checkedHour = due;
        long earliest = due - catchUp + 1;
        HourlyBars hours = store.hours(
                earliest - Math.max(HOURS_PER_DAY, SignalRules.hourly().trendWindow()), due);
        boolean again = false;
        for (long hour = earliest; hour <= due && !stopped.getAsBoolean(); hour++) {
            String digest = hours.digest(hour);
            again |= !digest.equals(digests.get(hour));
            // Only on the days before it, which have to be rated.
            if (again
                    && HourlyRatings.dayOf(hour) - 1 <= ratedDay
                    && !hours.trailing(hour).isEmpty()) {
                rate(hour, digest, hours, daily);
            }
        }
        digests.headMap(due - 2L * HOURS_PER_DAY).clear();
        states.headMap(due - 2L * HOURS_PER_DAY).clear();
    }

    private void rate(long hour, String digest, HourlyBars hours, DailyBars daily)
            throws SQLException, RatingException {
        Map.Entry<Long, Map<String, SignalState>> before = states.lowerEntry(hour);
        Instant yesterday = Instant.ofEpochSecond((hour - HOURS_PER_DAY) * SECONDS);
        var inputs = new HourlyRatings.Inputs(daily, hours, supplies, store.hourlyGrades(yesterday), outlet);
        states.put(hour, ratings.rate(hour, before == null ? Map.of() : before.getValue(), inputs));
        digests.put(hour, digest);
    }
}
