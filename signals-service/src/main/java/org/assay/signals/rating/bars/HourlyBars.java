package org.assay.signals.rating.bars;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The hourly bars of some days, by token; hours are counted from the epoch. */
public final class HourlyBars {

    private static final int DAY = 24;

    private final NavigableMap<String, Map<Long, Bar>> tokens = new TreeMap<>();

    /** Puts the bar of the hour that begins at {@code hour}; one without a usable close is left out. */
    public void put(String token, long hour, Bar bar) {
        if (bar.close() > 0 && Double.isFinite(bar.close())) {
            tokens.computeIfAbsent(token, _ -> new HashMap<>()).put(hour, bar.cleaned());
        }
    }

    /**
     * One bar for each token of the 24 hours before {@code end}: open of the first hour, extremes and traded value of those
     * there are, close of the last. A token whose last hour has no bar has none.
     *
     * @param end the hour after the last one, counted from the epoch
     */
    public Map<String, Bar> trailing(long end) {
        Map<String, Bar> bars = new TreeMap<>();
        tokens.forEach((token, hours) -> trailing(hours, end).ifPresent(bar -> bars.put(token, bar)));
        return bars;
    }

    private static Optional<Bar> trailing(Map<Long, Bar> hours, long end) {
        Bar last = hours.get(end - 1);
        if (last == null) {
            return Optional.empty();
        }
        double open = Double.NaN;
        double high = Double.NaN;
        double low = Double.NaN;
        double volume = Double.NaN;
        for (long hour = end - DAY; hour < end; hour++) {
            Bar bar = hours.get(hour);
            if (bar != null) {
                open = Double.isNaN(open) ? bar.open() : open;
                high = Double.isNaN(bar.high()) ? high : Double.isNaN(high) ? bar.high() : Math.max(high, bar.high());
                low = Double.isNaN(bar.low()) ? low : Double.isNaN(low) ? bar.low() : Math.min(low, bar.low());
                volume = Double.isNaN(bar.volume())
                        ? volume
                        : Double.isNaN(volume) ? bar.volume() : volume + bar.volume();
            }
        }
        return Optional.of(new Bar(open, high, low, last.close(), volume));
    }

    /** The closes of the {@code count} hours before {@code end}, NaN where there is none. */
    public double[] closes(String token, long end, int count) {
        double[] closes = new double[count];
        Arrays.fill(closes, Double.NaN);
        Map<Long, Bar> hours = tokens.getOrDefault(token, Map.of());
        for (int i = 0; i < count; i++) {
            Bar bar = hours.get(end - count + i);
            if (bar != null) {
                closes[i] = bar.close();
            }
        }
        return closes;
    }

    /** SHA-256 of the trailing bars of an hour in hexadecimal: equal while nothing about them has been amended. */
    public String digest(long end) {
        MessageDigest sha = DailyBars.sha256();
        ByteBuffer numbers = ByteBuffer.allocate(5 * Double.BYTES);
        trailing(end).forEach((token, bar) -> {
            sha.update(token.getBytes(StandardCharsets.UTF_8));
            numbers.clear();
            numbers.putDouble(bar.open())
                    .putDouble(bar.high())
                    .putDouble(bar.low())
                    .putDouble(bar.close())
                    .putDouble(bar.volume());
            sha.update(numbers.array());
        });
        return HexFormat.of().formatHex(sha.digest());
    }
}
