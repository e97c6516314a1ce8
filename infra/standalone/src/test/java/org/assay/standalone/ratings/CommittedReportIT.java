package org.assay.standalone.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.assay.ratings.evaluation.Horizon;
import org.assay.ratings.evaluation.Period;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.report.Evaluator;
import org.assay.ratings.report.Verdict;
import org.assay.testkit.recording.RecordedData;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The committed report of {@code ratings evaluate --walk-forward} on the shared panel is what the code of today gives. The
 * whole takes minutes and is done where the environment says {@code ASSAY_WHOLE_REPORT=true}, as the gate does; elsewhere
 * its first year is trained, graded and judged anew.
 */
class CommittedReportIT {

    private static final String PANEL = "panel/panel_daily_2015_2021.csv.gz";
    private static final Path REPORT = Path.of("../../docs/evaluation/evaluation.json");
    private static final Path AGAIN = Path.of("target/it/evaluation");
    private static final int YEAR = 2018;

    @Test
    void the_committed_report_comes_out_again() throws IOException {
        JsonNode committed = new ObjectMapper().readTree(Files.readString(REPORT));
        if (Boolean.parseBoolean(System.getenv("ASSAY_WHOLE_REPORT"))) {
            assertWhole(committed);
        } else {
            assertYear(committed);
        }
    }

    private static void assertWhole(JsonNode committed) throws IOException {
        StringWriter said = new StringWriter();
        int exitCode = new CommandLine(new RatingsCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(
                        "evaluate",
                        "--walk-forward",
                        "--panel",
                        RecordedData.path(PANEL).toString(),
                        "--out",
                        AGAIN.toString());

        assertThat(exitCode).withFailMessage(said::toString).isZero();
        JsonNode again = new ObjectMapper().readTree(Files.readString(AGAIN.resolve("evaluation.json")));
        assertSame("", again, committed);
    }

    /** Numbers to 1e-9, all else as it stands. */
    private static void assertSame(String place, JsonNode actual, JsonNode expected) {
        if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(place).isTrue();
            assertThat(actual.asDouble()).as(place).isCloseTo(expected.asDouble(), within(1e-9));
        } else if (expected.isContainerNode()) {
            assertThat(actual.getNodeType()).as(place).isEqualTo(expected.getNodeType());
            assertThat(actual.size()).as(place).isEqualTo(expected.size());
            for (int i = 0; expected.isArray() && i < expected.size(); i++) {
                assertSame(place + "/" + i, actual.get(i), expected.get(i));
            }
            expected.propertyStream().forEach(field -> {
                String below = place + "/" + field.getKey();
                assertThat(actual.has(field.getKey())).as(below).isTrue();
                assertSame(below, actual.get(field.getKey()), field.getValue());
            });
        } else {
            assertThat(actual).as(place).isEqualTo(expected);
        }
    }

    private static void assertYear(JsonNode committed) throws IOException {
        LoadedPanel loaded = PanelReader.read(List.of(untilTheYearIsJudged()));
        GradeGrids grades = GradeGrids.ofWalk(loaded, YEAR, YEAR, progress -> {});
        List<Verdict> verdicts = verdicts(loaded, grades);

        assertThat(verdicts).hasSize(4);
        for (Verdict verdict : verdicts) {
            double again = verdict.figures().ic().byYear().getOrDefault(YEAR, Double.NaN);
            assertThat(again)
                    .as("mean IC of %d at %d days", YEAR, verdict.horizon().days())
                    .isCloseTo(committed(committed, verdict), within(1e-9));
        }
    }

    /** What comes after the last outcome of the year changes nothing of it, and takes time. */
    private static Path untilTheYearIsJudged() throws IOException {
        String end = LocalDate.of(YEAR + 1, 1, 1).plusDays(100).toString();
        Path panel = AGAIN.resolveSibling("panel.csv");
        Files.createDirectories(AGAIN);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RecordedData.path(PANEL))), StandardCharsets.UTF_8))) {
            Files.write(
                    panel,
                    lines.lines()
                            .filter(line -> line.startsWith("date") || line.compareTo(end) < 0)
                            .toList());
        }
        return panel;
    }

    private static List<Verdict> verdicts(LoadedPanel loaded, GradeGrids grades) {
        Evaluator evaluator = new Evaluator(loaded.panel(), progress -> {});
        List<Verdict> verdicts = new ArrayList<>();
        for (Map.Entry<String, Grid> column : grades.columns().entrySet()) {
            List<Horizon> horizons = List.of(1, 7, 30, 90).stream()
                    .map(Horizon::ofDays)
                    .filter(horizon -> grades.answers(column.getKey(), horizon))
                    .toList();
            verdicts.addAll(evaluator.judge(
                    column.getKey(),
                    column.getValue(),
                    horizons,
                    List.of(Period.DEVELOPMENT.from(LocalDate.of(YEAR, 1, 1)))));
        }
        return verdicts;
    }

    private static double committed(JsonNode report, Verdict verdict) {
        for (JsonNode entry : report.findParents("h")) {
            if (entry.get("h").asInt() == verdict.horizon().days()) {
                return entry.get("by_year").get(Integer.toString(YEAR)).asDouble();
            }
        }
        throw new AssertionError("the committed report has no horizon of " + verdict.horizon());
    }
}
