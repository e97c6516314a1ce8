package org.assay.signals.rating.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.assay.ratings.universe.UniverseRules;
import org.assay.signals.rating.Outlet;
import org.assay.signals.rating.RatingException;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.Supplies;
import org.assay.signals.rating.daily.DailyRatings;
import org.assay.signals.rating.daily.DailyState;
import org.assay.signals.rating.daily.RatingMemory;
import org.assay.signals.rating.record.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Which days are rated: those that are over and not rated yet, oldest first, and again from the first day on whose bars or
 * capitalisations have been amended since. Days are counted from the epoch. Of one thread.
 */
final class DailyRuns {

    private static final Duration KNOWN_MARGIN = Duration.ofHours(1);
    private static final long DAY_SECONDS = 86_400;

    private final RatingStore store;
    private final DailyRatings ratings;
    private final TokenCatalogue catalogue;
    private final Supplies supplies;
    private final Outlet outlet;
    private final DailyBars bars = new DailyBars();
    private final RatingMemory memory;
    private final NavigableMap<Integer, String> digests = new TreeMap<>();
    private RatingStore.@Nullable Fingerprint seen;
    private RatingStore.@Nullable Fingerprint loaded;
    private DailyState state;

    /** Takes up the work where the runs that are stored have left it. */
    DailyRuns(RatingStore store, DailyRatings ratings, TokenCatalogue catalogue, Supplies supplies, Outlet outlet)
            throws SQLException {
        this.store = store;
        this.ratings = ratings;
        this.catalogue = catalogue;
        this.supplies = supplies;
        this.outlet = outlet;
        this.memory = store.memory();
        this.state = DailyState.initial(catalogue.indices());
        for (Map.Entry<Instant, RatingStore.Run> run :
                store.runs(Moment.DAILY, Instant.EPOCH).entrySet()) {
            int day = Math.toIntExact(run.getKey().getEpochSecond() / DAY_SECONDS - 1);
            digests.put(day, run.getValue().inputDigest());
            if (!run.getValue().firstKnownAt().isAfter(run.getKey().plus(DailyRatings.WHEN_DUE))) {
                memory.saidWhenDue(LocalDate.ofEpochDay(day));
            }
        }
        if (!digests.isEmpty()) {
            state = stateAfter(digests.lastKey());
        }
    }

    /** The bars that were last read. */
    DailyBars bars() {
        return bars;
    }

    /** The last day rated, or -1. */
    int ratedDay() {
        return digests.isEmpty() ? -1 : digests.lastKey();
    }

    /**
     * Rates what is due.
     *
     * @param due the last day that is over for long enough
     * @return whether everything due is rated; otherwise candles are still coming in
     */
    boolean run(int due, BooleanSupplier stopped) throws SQLException, RatingException {
        RatingStore.Fingerprint now = store.fingerprint(due + 1);
        boolean settled = now.equals(seen);
        seen = now;
        if (now.equals(loaded)) {
            return true;
        }
        if (!settled || now.count() == 0) {
            return false;
        }
        load(now, due);
        int first = bars.firstDayWith(UniverseRules.ofProtocol().leastHistory());
        int to = Math.min(due, bars.lastDay());
        var inputs = new DailyRatings.Inputs(bars, first, supplies, memory, outlet);
        int from = firstToRate(inputs, first, to);
        if (from <= to) {
            rate(from, to, inputs, stopped);
        }
        loaded = now;
        return true;
    }

    private void load(RatingStore.Fingerprint now, int due) throws SQLException {
        RatingStore.Fingerprint before = loaded;
        if (before != null) {
            store.days(bars, due + 1, before.knownAt().minus(KNOWN_MARGIN), bars.lastDay() + 1);
        }
        // A version may have been stored late: then everything is read.
        if (bars.size() != now.count()) {
            store.days(bars, due + 1, Instant.EPOCH, 0);
        }
    }

    private int firstToRate(DailyRatings.Inputs inputs, int first, int to) {
        for (int day = first; day <= to; day++) {
            if (!inputs.digest(day).equals(digests.get(day))) {
                return day;
            }
        }
        return to + 1;
    }

    private void rate(int from, int to, DailyRatings.Inputs inputs, BooleanSupplier stopped)
            throws SQLException, RatingException {
        DailyState before = from == inputs.first()
                ? DailyState.initial(catalogue.indices())
                : from - 1 == ratedDay() ? state : stateAfter(from - 1);
        state = ratings.rate(from, to, before, inputs, stopped);
        for (int day = from; day <= to && !stopped.getAsBoolean(); day++) {
            digests.put(day, inputs.digest(day));
        }
    }

    private DailyState stateAfter(int day) throws SQLException {
        try {
            return store.state(Moment.DAILY, Moment.endOf(LocalDate.ofEpochDay(day)))
                    .map(json -> DailyState.read(json, catalogue.indices()))
                    .orElseThrow(
                            () -> new SQLException("the run of " + LocalDate.ofEpochDay(day) + " is not stored yet"));
        } catch (IllegalArgumentException e) {
            throw new SQLException("the state of " + LocalDate.ofEpochDay(day) + " cannot be read: " + e, e);
        }
    }
}
