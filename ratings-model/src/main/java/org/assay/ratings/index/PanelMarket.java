package org.assay.ratings.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.ratings.market.MarketRegime;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.statistics.Samples;
import org.assay.ratings.universe.ExclusionList;
import org.jspecify.annotations.Nullable;

/** Sees a panel with its grades as the days that indices take in. */
public final class PanelMarket {

    private static final int VOLUME_DAYS = 30;
    private static final int FEWEST_VOLUMES = 10;

    private final Panel panel;
    private final Grid traderGrade;
    private final Grid investorGrade;
    private final List<MarketRegime> regimes;
    private final ExclusionList excluded;
    private final SectorCatalogue sectors;
    private final int[][] historyDays;

    /**
     * @param traderGrade of the panel's shape, NaN where there is none
     * @param investorGrade likewise
     * @param regimes after each day's close
     * @param excluded tokens that no index chooses: stablecoins, wrapped and pegged tokens; they are priced
     */
    public PanelMarket(
            Panel panel,
            Grid traderGrade,
            Grid investorGrade,
            List<MarketRegime> regimes,
            ExclusionList excluded,
            SectorCatalogue sectors) {
        this.panel = panel;
        this.traderGrade = traderGrade;
        this.investorGrade = investorGrade;
        this.regimes = List.copyOf(regimes);
        this.excluded = excluded;
        this.sectors = sectors;
        this.historyDays = new int[panel.tokens()][panel.days()];
        for (int token = 0; token < panel.tokens(); token++) {
            int count = 0;
            for (int day = 0; day < panel.days(); day++) {
                count += panel.close().has(token, day) ? 1 : 0;
                historyDays[token][day] = count;
            }
        }
    }

    /** The market after the close of a day: from that day and earlier ones only. */
    public MarketSnapshot snapshot(int day) {
        List<Candidate> candidates = new ArrayList<>();
        for (int token = 0; token < panel.tokens(); token++) {
            if (historyDays[token][day] > 0) {
                String symbol = panel.symbols().get(token);
                candidates.add(new Candidate(
                        symbol,
                        known(panel.close(), token, day),
                        known(panel.marketCap(), token, day),
                        medianVolume(token, day),
                        historyDays[token][day],
                        known(traderGrade, token, day),
                        known(investorGrade, token, day),
                        excluded.find(symbol).isEmpty(),
                        sectors.of(symbol)));
            }
        }
        return MarketSnapshot.of(panel.day(day), regimes.get(day), candidates);
    }

    /** The days from one index of the calendar to another, the latter excluded; each is made when it is asked for. */
    public Iterable<MarketSnapshot> snapshots(int from, int to) {
        return () -> IntStream.range(from, to).mapToObj(this::snapshot).iterator();
    }

    /** The panel's closes. */
    public LedgerReplay.Closes closes() {
        return (symbol, date) -> close(symbol, date);
    }

    private @Nullable Double close(String symbol, LocalDate date) {
        int token = panel.token(symbol);
        int day = panel.index(date);
        return token < 0 || day < 0 || day >= panel.days() ? null : known(panel.close(), token, day);
    }

    private @Nullable Double medianVolume(int token, int day) {
        int offset = panel.volume().offset(token);
        double[] volumes = Arrays.stream(
                        panel.volume().values(), offset + Math.max(0, day - VOLUME_DAYS + 1), offset + day + 1)
                .filter(volume -> !Double.isNaN(volume))
                .toArray();
        return volumes.length < FEWEST_VOLUMES ? null : Double.valueOf(Samples.median(volumes));
    }

    private static @Nullable Double known(Grid grid, int token, int day) {
        return grid.has(token, day) ? Double.valueOf(grid.get(token, day)) : null;
    }
}
