package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {

    private static final int TOKENS = 40;
    private static final int DAYS = 160;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anybody_s_grades_are_judged_and_both_reports_are_written() throws IOException {
        Path panel = panel(TOKENS);
        Path reports = folder.resolve("reports");

        assertThat(run(
                        "ratings",
                        "evaluate",
                        "--panel",
                        panel.toString(),
                        "--grades",
                        grades().toString(),
                        "--horizons",
                        "1,30",
                        "--out",
                        reports.toString()))
                .isZero();
        assertThat(out.toString()).contains("trader_grade", "investor_grade", "written to");
        assertThat(err.toString()).contains("panel     40 tokens", "judged    trader_grade, 1 d, dev");
        assertThat(Files.readString(reports.resolve("evaluation.json"))).contains("\"h\": 30", "\"coverage\": 1.0");
        assertThat(Files.readString(reports.resolve("evaluation.html"))).contains("</html>");
    }

    @Test
    void a_panel_on_which_nothing_can_be_judged_is_refused_with_the_reason() throws IOException {
        assertThat(run(
                        "ratings",
                        "evaluate",
                        "--panel",
                        panel(1).toString(),
                        "--grades",
                        grades().toString(),
                        "--out",
                        folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("error: no day can be judged", "remedy: ");
    }

    @Test
    void a_panel_that_cannot_be_read_names_its_row() throws IOException {
        Path panel =
                Files.writeString(folder.resolve("bad.csv"), "date,symbol,close\n2018-01-01,BTC,1\nyesterday,BTC,1\n");

        assertThat(run("ratings", "evaluate", "--panel", panel.toString(), "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("panel-bad-date: bad.csv, row 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ratings evaluate",
                "ratings evaluate --panel x",
                "ratings evaluate --panel x --out y --horizons 5",
                "ratings evaluate --panel x --out y --period later",
                "ratings evaluate --panel x --out y --walk-forward --grades z"
            })
    void a_wrong_command_line_ends_with_2(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("error: ").contains("remedy: see 'assay");
    }

    private Path panel(int tokens) throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("date,symbol,close,market_cap\n");
        for (int token = 0; token < tokens; token++) {
            double price = 1;
            for (int day = 0; day < DAYS; day++) {
                price *= Math.exp(0.05 * random.nextGaussian());
                text.append(row(token, day))
                        .append(price)
                        .append(',')
                        .append(1e9 * price)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("panel.csv"), text);
    }

    private Path grades() throws IOException {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder("date,symbol,trader_grade,investor_grade\n");
        for (int token = 0; token < TOKENS; token++) {
            for (int day = 0; day < DAYS; day++) {
                text.append(row(token, day))
                        .append(random.nextInt(101))
                        .append(',')
                        .append(random.nextInt(101))
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("grades.csv"), text);
    }

    private static String row(int token, int day) {
        return LocalDate.of(2018, 1, 1).plusDays(day) + "," + (token == 0 ? "BTC" : "T" + token) + ",";
    }

    private int run(String... arguments) {
        return Assay.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
