package org.assay.ratings.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.reference.ReferenceFolder;
import org.junit.jupiter.api.Test;

/** ETH's year to 2021-12-31 on the shared panel; the figures are pandas' and scipy's. */
class SharedPanelQuantTest {

    @Test
    void a_real_year_has_the_figures_of_independent_tools() {
        Panel panel = PanelReader.read(List.of(ReferenceFolder.panel())).panel();
        double[] btc = QuantAnalysis.returns(closes(panel, "BTC"), 7);
        QuantAnalysis analysis = new QuantAnalysis(panel.firstDay(), btc, btc, QuantSettings.defaults());

        WindowReport year = analysis.report(closes(panel, "ETH"), panel.index(LocalDate.of(2021, 12, 31)))
                .window(QuantWindow.DAYS_365);

        expect(year, QuantMetric.CUMULATIVE_RETURN, 3.991346949724724);
        expect(year, QuantMetric.VOLATILITY, 1.069835943113001);
        expect(year, QuantMetric.SHARPE, 2.041210795045627);
        expect(year, QuantMetric.SORTINO, 3.1373225722969558);
        expect(year, QuantMetric.MAX_DRAWDOWN, -0.5712068065708331);
        expect(year, QuantMetric.ULCER_INDEX, 0.24386583259660824);
        expect(year, QuantMetric.SKEWNESS, 0.008890390913290504);
        expect(year, QuantMetric.EXCESS_KURTOSIS, 3.481756735821911);
        expect(year, QuantMetric.VAR_95, 0.07879580530296715);
        expect(year, QuantMetric.CVAR_95, 0.11817738004555838);
        expect(year, QuantMetric.BETA_BTC, 1.012737443524731);
        expect(year, QuantMetric.CORRELATION_BTC, 0.7612132151165796);
        expect(year, QuantMetric.ALPHA_BTC, 1.3836258414231228);
        Drawdown deepest = Objects.requireNonNull(year.drawdown());
        assertThat(deepest.peak()).isEqualTo("2021-05-11");
        assertThat(deepest.trough()).isEqualTo("2021-07-20");
        assertThat(year.returns()).isEqualTo(365);
    }

    private static void expect(WindowReport report, QuantMetric metric, double expected) {
        assertThat(report.value(metric).value()).as(metric.id()).isNotNull().isCloseTo(expected, within(1e-9));
    }

    private static double[] closes(Panel panel, String symbol) {
        int offset = panel.close().offset(panel.token(symbol));
        return Arrays.copyOfRange(panel.close().values(), offset, offset + panel.days());
    }
}
