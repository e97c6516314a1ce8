package org.assay.signals.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Candle;
import org.assay.ratings.universe.ExclusionList;
import org.assay.signals.rating.bars.Bar;
import org.assay.signals.rating.bars.DailyBars;

/** Random walks of made-up tokens (and bitcoin), the same for the same seed. Days are counted from the epoch. */
public final class SyntheticMarket {

    private static final long DAY_US = 86_400_000_000L;
    private static final long HOUR_US = 3_600_000_000L;

    private final List<String> tokens = new ArrayList<>();
    private final int firstDay;
    private final List<List<Bar>> bars = new ArrayList<>();

    public SyntheticMarket(int tokens, int firstDay, int days, long seed) {
        this.firstDay = firstDay;
        TokenDirectory directory = TokenDirectory.bundled();
        ExclusionList exclusions = new TokenCatalogue(directory).exclusions();
        List<String> known = directory.tokens().stream()
                .map(Token::id)
                .filter(id -> exclusions.find(id).isEmpty())
                .toList();
        for (int token = 0; token < tokens; token++) {
            this.tokens.add(token < known.size() ? known.get(token) : "made-up-%04d".formatted(token));
            bars.add(walk(new Random(seed * 31 + token), days));
        }
    }

    private static List<Bar> walk(Random random, int days) {
        List<Bar> walk = new ArrayList<>();
        double close = Math.exp(3 * random.nextGaussian());
        double trend = 0.002 * random.nextGaussian();
        for (int day = 0; day < days; day++) {
            double open = close;
            close = open * Math.exp(trend + 0.03 * random.nextGaussian());
            double high = Math.max(open, close) * (1 + 0.02 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.02 * random.nextDouble());
            walk.add(new Bar(open, high, low, close, 2e6 * Math.exp(0.5 * random.nextGaussian())));
        }
        return walk;
    }

    public List<String> tokens() {
        return tokens;
    }

    public DailyBars bars() {
        DailyBars all = new DailyBars();
        for (int token = 0; token < tokens.size(); token++) {
            for (int day = 0; day < bars.get(token).size(); day++) {
                all.put(tokens.get(token), firstDay + day, bars.get(token).get(day));
            }
        }
        return all;
    }

    /** The daily candles of a token, from one day to another, the latter excluded. */
    public List<Candle> days(int token, int from, int to) {
        List<Candle> candles = new ArrayList<>();
        for (int day = from; day < to; day++) {
            candles.add(
                    candle(token, "1d", day * DAY_US, DAY_US, bars.get(token).get(day - firstDay)));
        }
        return candles;
    }

    /** Hourly candles of a token's last hours before {@code end} (hours from the epoch): the day's bar, hour by hour. */
    public List<Candle> hours(int token, long from, long end) {
        List<Candle> candles = new ArrayList<>();
        for (long hour = from; hour < end; hour++) {
            Bar day = bars.get(token).get((int) (hour / 24) - firstDay);
            candles.add(candle(
                    token,
                    "1h",
                    hour * HOUR_US,
                    HOUR_US,
                    new Bar(day.open(), day.high(), day.low(), day.close(), day.volume() / 24)));
        }
        return candles;
    }

    private Candle candle(int token, String interval, long openUs, long lengthUs, Bar bar) {
        return Candle.newBuilder()
                .setToken(tokens.get(token))
                .setInterval(interval)
                .setOpenTimeUs(openUs)
                .setOpen(Double.toString(bar.open()))
                .setHigh(Double.toString(bar.high()))
                .setLow(Double.toString(bar.low()))
                .setClose(Double.toString(bar.close()))
                .setVolume("1000")
                .setQuoteVolume(Double.toString(bar.volume()))
                .setTrades(100)
                .setClosed(true)
                .setComplete(true)
                .setRevision(1)
                .setSource(Candle.Source.SOURCE_TRADES)
                .setKnownAtUs(openUs + lengthUs + 5_000_000L)
                .build();
    }
}
