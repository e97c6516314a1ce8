package org.assay.standalone.run;

import java.nio.file.Path;
import org.assay.standalone.folder.MarketData;

/** Where the market data of one start comes from. */
public sealed interface Source {

    /** What a data folder is marked with. */
    MarketData marketData();

    /** The venues themselves. */
    record Live() implements Source {
        @Override
        public MarketData marketData() {
            return MarketData.LIVE;
        }
    }

    /**
     * The market simulator, in this process.
     *
     * @param tradesPerSecond over all markets
     */
    record Simulated(int tradesPerSecond) implements Source {
        @Override
        public MarketData marketData() {
            return MarketData.SIMULATED;
        }
    }

    /**
     * Frames recorded from the venues, on the recording's own clock.
     *
     * @param frames folder of recordings
     * @param speed how fast
     */
    record Recorded(Path frames, Speed speed) implements Source {
        @Override
        public MarketData marketData() {
            return MarketData.RECORDED;
        }
    }

    /** The pace of a replay. */
    enum Speed {
        /** One recorded second takes one second. */
        RECORDED,
        /** As fast as the machine manages. */
        MAX
    }
}
