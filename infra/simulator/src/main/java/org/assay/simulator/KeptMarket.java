package org.assay.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.assay.events.token.TokenDirectory;
import org.assay.simulator.control.RateControl;
import org.assay.simulator.tape.RateSchedule;
import org.assay.simulator.tape.ScheduleFile;
import org.assay.simulator.tape.ScheduleFile.Origin;
import org.assay.simulator.tape.Tapes;
import org.assay.simulator.universe.Universe;
import org.assay.simulator.wire.MarketClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The market of a data folder: begun at the first start, continued at every later one. Safe for threads. */
final class KeptMarket implements RateControl {

    private static final Logger LOG = LoggerFactory.getLogger(KeptMarket.class);
    private static final long MINUTE_US = 60_000_000;
    private static final long DAY_US = 86_400_000_000L;
    /** A new rate holds from a moment that no stream has reached yet. */
    private static final long RATE_LEAD_US = 500_000;

    private final ScheduleFile file;
    private final MarketClock clock;
    private final Tapes tapes;
    private Origin origin;

    private KeptMarket(ScheduleFile file, MarketClock clock, Origin origin, Tapes tapes) {
        this.file = file;
        this.clock = clock;
        this.origin = origin;
        this.tapes = tapes;
    }

    static KeptMarket open(SimulatorSettings settings, MarketClock clock) throws IOException {
        ScheduleFile file = new ScheduleFile(settings.dataFolder());
        Optional<Origin> kept = file.read();
        Origin origin = kept.isPresent() ? kept.get() : begin(settings, clock.nowUs());
        if (kept.isPresent() && (origin.seed() != settings.seed() || origin.tokens() != settings.tokens())) {
            LOG.info(
                    "Continuing the market of {} with seed {} and {} tokens, not {} and {}",
                    settings.dataFolder(),
                    origin.seed(),
                    origin.tokens(),
                    settings.seed(),
                    settings.tokens());
        }
        Universe universe = Universe.of(
                TokenDirectory.bundled(),
                origin.tokens(),
                origin.seed(),
                origin.epoch().toEpochDay());
        KeptMarket market = new KeptMarket(file, clock, origin, new Tapes(universe, origin.schedule()));
        if (kept.isEmpty()) {
            file.write(origin);
        } else if (origin.schedule().currentRate() != settings.tradesPerSecond()) {
            market.change(settings.tradesPerSecond());
        }
        return market;
    }

    private static Origin begin(SimulatorSettings settings, long nowUs) {
        long start = Math.floorDiv(nowUs - settings.tradeHistory().toNanos() / 1_000, MINUTE_US) * MINUTE_US;
        if (start < settings.epoch().toEpochDay() * DAY_US) {
            throw new IllegalArgumentException(
                    "The market's epoch " + settings.epoch() + " is later than its first trades");
        }
        return new Origin(
                settings.seed(),
                settings.epoch(),
                settings.tokens(),
                new RateSchedule(List.of(new RateSchedule.Segment(start, settings.tradesPerSecond()))));
    }

    Tapes tapes() {
        return tapes;
    }

    long epochUs() {
        return origin.epoch().toEpochDay() * DAY_US;
    }

    @Override
    public double rate() {
        return tapes.schedule().currentRate();
    }

    @Override
    public synchronized long change(double tradesPerSecond) {
        SimulatorSettings.checkRate(tradesPerSecond);
        RateSchedule schedule = tapes.schedule();
        long fromUs = Math.max(
                clock.nowUs() + RATE_LEAD_US, schedule.segments().getLast().fromUs() + 1);
        RateSchedule longer = schedule.with(new RateSchedule.Segment(fromUs, tradesPerSecond));
        Origin next = new Origin(origin.seed(), origin.epoch(), origin.tokens(), longer);
        try {
            file.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the new rate", e);
        }
        origin = next;
        tapes.use(longer);
        return fromUs;
    }
}
