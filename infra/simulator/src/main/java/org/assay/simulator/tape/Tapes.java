package org.assay.simulator.tape;

import java.util.ArrayList;
import java.util.List;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Universe;

/** The tapes of all markets under the rate schedule of the moment. Safe for threads. */
public final class Tapes {

    private final Universe universe;
    private volatile State state;

    /** The tapes of this universe. */
    public Tapes(Universe universe, RateSchedule schedule) {
        this.universe = universe;
        this.state = State.of(universe, schedule, 0);
    }

    /** What changes together when the rate does. */
    record State(long version, RateSchedule schedule, List<Tape> tapes) {
        static State of(Universe universe, RateSchedule schedule, long version) {
            List<Tape> tapes = new ArrayList<>();
            for (Market market : universe.markets()) {
                tapes.add(new Tape(market, schedule.segments()));
            }
            return new State(version, schedule, List.copyOf(tapes));
        }
    }

    /** The universe whose tapes these are. */
    public Universe universe() {
        return universe;
    }

    /** The rate schedule in force. */
    public RateSchedule schedule() {
        return state.schedule;
    }

    /** Puts a longer schedule in force; it must agree with the one before about all that has happened. */
    public synchronized void use(RateSchedule schedule) {
        state = State.of(universe, schedule, state.version + 1);
    }

    /** How often the schedule has changed. */
    public long version() {
        return state.version;
    }

    State state() {
        return state;
    }
}
