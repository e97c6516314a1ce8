package org.assay.ratings.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.ratings.baseline.Baseline;
import org.assay.ratings.baseline.ProtocolFeatures;
import org.assay.ratings.evaluation.Judge;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.universe.Universe;

/** The shared panel with all that the comparisons need, read once. */
final class Reference {

    static final double TOLERANCE = 1e-9;

    private static final Map<Path, Reference> LOADED = new HashMap<>();

    final Panel panel;
    final Universe universe;
    final ProtocolFeatures features;
    final Judge judge;
    private final Map<String, Grid> grades = new HashMap<>();

    private Reference(Path file) {
        panel = PanelReader.read(List.of(file)).panel();
        universe = Universe.of(panel);
        features = new ProtocolFeatures(panel, universe);
        judge = new Judge(panel, universe, features.volatility());
    }

    static Reference load() {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(ReferenceFolder.panel(), Reference::new);
        }
    }

    /** What a baseline says of every day; kept. */
    Grid grades(String label) {
        return grades.computeIfAbsent(label, name -> Baseline.all().stream()
                .filter(baseline -> baseline.label().equals(name))
                .findFirst()
                .orElseThrow()
                .grades(features));
    }

    /** The rows of a reference file as maps by column. */
    static List<Map<String, String>> rows(String name) {
        try {
            List<String> lines = Files.readAllLines(ReferenceFolder.path("ratings/golden/" + name));
            String[] header = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], fields[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String field(Map<String, String> row, String column) {
        String value = row.get(column);
        assertThat(value).as(column).isNotNull();
        return value == null ? "" : value;
    }

    /** Whether a value is the reference's to a relative 1e-9; an empty one stands for none. */
    static boolean agrees(double value, String expected, double tolerance) {
        if (expected.isEmpty() || expected.equals("nan")) {
            return !Double.isFinite(value);
        }
        double number = Double.parseDouble(expected);
        return Math.abs(value - number) <= tolerance * Math.abs(number);
    }
}
