package org.assay.signals.rating.bars;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;

/** Daily bars of all tokens in memory, column by column. Of one thread. */
public final class DailyBars {

    private static final int COLUMNS = 5;

    private final NavigableMap<String, Columns> tokens = new TreeMap<>();

    /** Puts a bar in place of the one that was there; one without a usable close is none. */
    public void put(String token, int day, Bar bar) {
        boolean usable = bar.close() > 0 && Double.isFinite(bar.close());
        Columns columns = tokens.get(token);
        if (usable) {
            Columns own = columns == null ? new Columns() : columns;
            own.put(day, bar.cleaned());
            tokens.put(token, own);
        } else if (columns != null) {
            columns.remove(day);
        }
    }

    /** How many bars there are. */
    public long size() {
        return tokens.values().stream().mapToLong(columns -> columns.count).sum();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** The first day that has a bar, counted from the epoch. */
    public int firstDay() {
        return tokens.values().stream()
                .mapToInt(columns -> columns.of(Columns.CLOSE).firstDay())
                .min()
                .orElse(0);
    }

    /** The last day that has a bar, counted from the epoch. */
    public int lastDay() {
        return tokens.values().stream()
                .mapToInt(columns -> columns.of(Columns.CLOSE).lastDay())
                .max()
                .orElse(-1);
    }

    /** The first day on which a token has had so many closes; beyond the last day when there is none. */
    public int firstDayWith(int closes) {
        int first = lastDay() + 1;
        for (Columns columns : tokens.values()) {
            int count = 0;
            DaySeries close = columns.of(Columns.CLOSE);
            for (int day = close.firstDay(); day < first && day <= close.lastDay(); day++) {
                count += Double.isNaN(close.get(day)) ? 0 : 1;
                if (count == closes) {
                    first = day;
                }
            }
        }
        return first;
    }

    /** The close of a token on a day, NaN where there is none. */
    public double close(String token, int day) {
        Columns columns = tokens.get(token);
        return columns == null ? Double.NaN : columns.of(Columns.CLOSE).get(day);
    }

    /**
     * The panel up to a day.
     *
     * @param last last day, counted from the epoch
     * @param supplies circulating supplies
     */
    public Panel panel(int last, Supplies supplies) {
        return panel(last, supplies, Map.of());
    }

    /**
     * The panel up to a day, with one more day of provisional bars.
     *
     * @param provisional by token; none: the panel ends with {@code last}
     */
    public Panel panel(int last, Supplies supplies, Map<String, Bar> provisional) {
        int first = firstDay();
        int days = last - first + 1 + (provisional.isEmpty() ? 0 : 1);
        NavigableMap<String, Columns> all = new TreeMap<>(tokens);
        provisional.keySet().forEach(token -> all.putIfAbsent(token, new Columns()));
        double[][] grids = new double[COLUMNS + 2][Math.multiplyExact(all.size(), days)];
        List<String> symbols = new ArrayList<>();
        for (Map.Entry<String, Columns> entry : all.entrySet()) {
            String token = entry.getKey();
            int offset = symbols.size() * days;
            symbols.add(token);
            for (int column = 0; column < COLUMNS; column++) {
                entry.getValue().of(column).copy(first, grids[column], offset, last - first + 1);
            }
            if (!provisional.isEmpty()) {
                set(
                        grids,
                        offset + days - 1,
                        provisional.getOrDefault(token, Columns.NONE).cleaned());
            }
            for (int t = 0; t < days; t++) {
                double close = grids[Columns.CLOSE][offset + t];
                double volume = grids[Columns.VOLUME][offset + t];
                grids[COLUMNS][offset + t] = Double.isNaN(close) ? close : supplies.at(token, first + t) * close;
                grids[COLUMNS + 1][offset + t] = scope(close, volume);
            }
        }
        Grid[] made = new Grid[grids.length];
        for (int column = 0; column < made.length; column++) {
            made[column] = Grid.of(symbols.size(), days, grids[column]);
        }
        return new Panel(
                LocalDate.ofEpochDay(first),
                days,
                symbols,
                made[0],
                made[1],
                made[2],
                made[3],
                made[4],
                made[5],
                made[6]);
    }

    private static void set(double[][] grids, int at, Bar bar) {
        grids[Columns.OPEN][at] = bar.open();
        grids[Columns.HIGH][at] = bar.high();
        grids[Columns.LOW][at] = bar.low();
        grids[Columns.CLOSE][at] = bar.close();
        grids[Columns.VOLUME][at] = bar.volume();
    }

    /** Our venues together are what the source knows; a bar without volume has no scope. */
    private static double scope(double close, double volume) {
        if (Double.isNaN(close)) {
            return Double.NaN;
        }
        return (Double.isNaN(volume) ? VolumeScope.NONE : VolumeScope.AGGREGATE).code();
    }

    /** SHA-256 of the bars and capitalisations of some days in hexadecimal: equal while nothing about them has been amended. */
    public String digest(int from, int to, Supplies supplies) {
        MessageDigest sha = sha256();
        ByteBuffer numbers = ByteBuffer.allocate((COLUMNS + 2) * Double.BYTES);
        tokens.forEach((token, columns) -> {
            byte[] id = token.getBytes(StandardCharsets.UTF_8);
            for (int day = from; day <= to; day++) {
                if (!Double.isNaN(columns.of(Columns.CLOSE).get(day))) {
                    sha.update(id);
                    numbers.clear();
                    numbers.putDouble(day);
                    for (int column = 0; column < COLUMNS; column++) {
                        numbers.putDouble(columns.of(column).get(day));
                    }
                    numbers.putDouble(supplies.at(token, day));
                    sha.update(numbers.array());
                }
            }
        });
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Columns {

        static final int OPEN = 0;
        static final int HIGH = 1;
        static final int LOW = 2;
        static final int CLOSE = 3;
        static final int VOLUME = 4;
        static final Bar NONE = new Bar(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        private final List<DaySeries> columns = new ArrayList<>();
        private long count;

        Columns() {
            for (int column = 0; column < COLUMNS; column++) {
                columns.add(new DaySeries());
            }
        }

        DaySeries of(int column) {
            return columns.get(column);
        }

        void put(int day, Bar bar) {
            count += Double.isNaN(of(CLOSE).get(day)) ? 1 : 0;
            set(day, bar);
        }

        void remove(int day) {
            if (!Double.isNaN(of(CLOSE).get(day))) {
                count--;
                set(day, NONE);
            }
        }

        private void set(int day, Bar bar) {
            of(OPEN).set(day, bar.open());
            of(HIGH).set(day, bar.high());
            of(LOW).set(day, bar.low());
            of(CLOSE).set(day, bar.close());
            of(VOLUME).set(day, bar.volume());
        }
    }
}
