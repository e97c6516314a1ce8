package org.assay.signals.rating.bars;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Circulating supplies by token and day. A value holds from its day on until the next one. */
public final class Supplies {

    private static final String HEADER = "token,date,circulating,source";

    private final Map<String, NavigableMap<Integer, Double>> values = new HashMap<>();
    private final List<Entry> entries;

    private Supplies(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            values.computeIfAbsent(entry.token(), token -> new TreeMap<>())
                    .put(
                            Math.toIntExact(entry.day().toEpochDay()),
                            entry.circulating().doubleValue());
        }
    }

    /**
     * One line of the list.
     *
     * @param circulating number of tokens, above 0
     * @param source where the operator has it from
     */
    public record Entry(String token, LocalDate day, BigDecimal circulating, String source) {}

    /** Those of a list; of doubled days the last counts. */
    public static Supplies of(List<Entry> entries) {
        return new Supplies(entries);
    }

    /** Nothing is known. */
    public static Supplies none() {
        return new Supplies(List.of());
    }

    /**
     * Reads a CSV file with the columns {@code token,date,circulating,source}.
     *
     * @throws IllegalArgumentException when a line cannot be read, naming it
     */
    public static Supplies read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of supplies " + file + " cannot be read: " + e, e);
        }
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException("the file of supplies " + file + " does not begin with " + HEADER);
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(file, i + 1, lines.get(i)));
            }
        }
        return new Supplies(entries);
    }

    private static Entry entry(Path file, int line, String text) {
        List<String> fields = List.of(text.strip().split(",", 4));
        if (fields.size() == 4 && !fields.getFirst().isBlank()) {
            try {
                BigDecimal circulating = new BigDecimal(fields.get(2).strip());
                if (circulating.signum() > 0) {
                    return new Entry(
                            fields.getFirst().strip(),
                            LocalDate.parse(fields.get(1).strip()),
                            circulating,
                            fields.get(3).strip());
                }
            } catch (NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(file + " line " + line + ": " + e.getMessage(), e);
            }
        }
        throw new IllegalArgumentException(
                file + " line " + line + ": not token,date,circulating,source with a supply above 0: " + text);
    }

    /** The supply that is in force on a day, NaN where none is known. */
    double at(String token, int day) {
        NavigableMap<Integer, Double> own = values.get(token);
        Map.Entry<Integer, Double> found = own == null ? null : own.floorEntry(day);
        return found == null ? Double.NaN : found.getValue();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All of them, in the order of the file. */
    public List<Entry> entries() {
        return entries;
    }
}
