package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void grades_of_a_panel_are_written_as_csv(@TempDir Path folder) throws IOException {
        Path panel = panel(folder, 60, 120);
        Path grades = folder.resolve("grades.csv");

        int code = grade(panel, "2024-04-10", "2024-04-12", grades);

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(grades);
        assertThat(lines).hasSize(1 + 3 * 60);
        assertThat(lines.getFirst()).isEqualTo("date,symbol,trader_grade,investor_grade");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("2024-04-1[012],T\\d\\d,\\d+\\.\\d+,\\d+\\.\\d+"));
    }

    @Test
    void what_was_cleaned_and_why_tokens_have_no_grade_is_said(@TempDir Path folder) throws IOException {
        Path panel = panel(folder, 60, 70);
        List<String> lines = new ArrayList<>(Files.readAllLines(panel));
        lines.add(lines.get(1));
        lines.add("2024-03-10,LATE,1,1,1,1,1000,1000,aggregate");
        Files.write(panel, lines);

        int code = grade(panel, "2024-03-10", "2024-03-10", folder.resolve("grades.csv"));

        assertThat(code).isZero();
        assertThat(err.toString().lines())
                .anyMatch(line -> line.startsWith("note      ") && line.contains("2024-01-01"))
                .contains("ungraded  1 token-days: too_short_history");
    }

    @Test
    void a_panel_too_short_to_train_on_is_refused_with_the_reason(@TempDir Path folder) throws IOException {
        int code = run(
                "ratings",
                "train",
                "--panel",
                panel(folder, 60, 120).toString(),
                "--out",
                folder.resolve("a.model").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("training_failed").contains("remedy: ");
        assertThat(folder.resolve("a.model")).doesNotExist();
    }

    @Test
    void a_file_that_is_no_panel_or_no_model_is_refused_with_the_reason(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.csv"), "hello\n");
        Path panel = panel(folder, 2, 10);
        Path grades = folder.resolve("grades.csv");

        assertThat(grade(text, "2024-01-01", "2024-01-02", grades)).isEqualTo(1);
        assertThat(err.toString()).contains("panel-bad-header");
        assertThat(grade(panel, "2024-01-01", "2024-01-02", grades, "--model", text.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("model_corrupt");
    }

    private int grade(Path panel, String from, String to, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("ratings", "grade", "--panel", panel.toString()));
        arguments.addAll(List.of("--from", from, "--to", to, "--out", out.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Assay.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Path panel(Path folder, int tokens, int days) throws IOException {
        Random random = new Random(4);
        List<String> lines =
                new ArrayList<>(List.of("date,symbol,open,high,low,close,volume_usd,market_cap,vol_scope"));
        for (int i = 0; i < tokens; i++) {
            double price = 1 + i;
            for (int t = 0; t < days; t++) {
                double open = price;
                price *= Math.exp((0.01 + 0.001 * i) * random.nextGaussian());
                lines.add(String.format(
                        java.util.Locale.ROOT,
                        "%s,T%02d,%.6f,%.6f,%.6f,%.6f,%.2f,%.2f,aggregate",
                        LocalDate.of(2024, 1, 1).plusDays(t),
                        i,
                        open,
                        Math.max(open, price) * 1.01,
                        Math.min(open, price) * 0.99,
                        price,
                        1e6 * (1 + random.nextDouble()),
                        price * 1e8));
            }
        }
        return Files.write(folder.resolve("panel.csv"), lines);
    }
}
