package org.assay.ratings.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against figures computed by pandas, numpy and scipy: {@code src/test/resources/quant/expected.py}. */
class QuantOracleTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 2, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.05})
    void every_figure_equals_that_of_independent_tools(double riskFreeRate) throws IOException {
        Map<String, double[]> prices = columns("prices.csv");
        double[] market = Objects.requireNonNull(columns("market.csv").get("market"));
        double[] btc = QuantAnalysis.returns(Objects.requireNonNull(prices.get("BTC")), 7);
        QuantSettings settings = new QuantSettings(riskFreeRate, 365, 7, 0.8, 20);
        QuantAnalysis analysis = new QuantAnalysis(FIRST_DAY, btc, market, settings);
        int compared = 0;
        for (List<String> row : rows("expected.csv")) {
            if (Double.parseDouble(row.get(0)) != riskFreeRate) {
                continue;
            }
            double[] closes = Objects.requireNonNull(prices.get(row.get(1)));
            WindowReport report = analysis.report(closes, closes.length - 1).window(windowOf(row.get(2)));
            compare(report, row);
            compared++;
        }
        assertThat(compared).isEqualTo(4 * 4 * (QuantMetric.values().length + 3));
    }

    private static void compare(WindowReport report, List<String> row) {
        String metric = row.get(3);
        String expected = row.get(4);
        if (metric.startsWith("_")) {
            Drawdown drawdown = Objects.requireNonNull(report.drawdown());
            @Nullable
            LocalDate found =
                    switch (metric) {
                        case "_peak" -> drawdown.peak();
                        case "_trough" -> drawdown.trough();
                        default -> drawdown.recovery();
                    };
            assertThat(found == null ? "" : found.toString()).as(row.toString()).isEqualTo(expected);
            return;
        }
        MetricValue value = report.value(metricOf(metric));
        if (expected.isEmpty()) {
            assertThat(value.gap()).as(row.toString()).isEqualTo(MetricGap.UNDEFINED);
            return;
        }
        double number = Double.parseDouble(expected);
        assertThat(value.value())
                .as(row.toString())
                .isNotNull()
                .isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
    }

    private static QuantMetric metricOf(String id) {
        return Arrays.stream(QuantMetric.values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static QuantWindow windowOf(String code) {
        return Arrays.stream(QuantWindow.values())
                .filter(window -> window.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, double[]> columns(String file) throws IOException {
        List<String> header = lines(file).get(0);
        List<List<String>> rows = rows(file);
        Map<String, double[]> columns = new HashMap<>();
        for (int column = 1; column < header.size(); column++) {
            int index = column;
            columns.put(
                    header.get(column),
                    rows.stream()
                            .mapToDouble(
                                    row -> row.get(index).isEmpty() ? Double.NaN : Double.parseDouble(row.get(index)))
                            .toArray());
        }
        return columns;
    }

    private static List<List<String>> rows(String file) throws IOException {
        List<List<String>> lines = lines(file);
        return lines.subList(1, lines.size());
    }

    private static List<List<String>> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QuantOracleTest.class.getResourceAsStream("/quant/" + file), file),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> List.of(line.split(",", -1))).toList();
        }
    }
}
