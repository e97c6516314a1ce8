package org.assay.ratings.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.reference.ReferenceFolder;
import org.assay.ratings.universe.Universe;
import org.junit.jupiter.api.Test;

/** The figures of {@code docs/methodology/forecast.md}, on every fifth day. */
class SharedPanelCoverageTest {

    @Test
    void outcomes_of_2018_to_2021_fell_where_the_forecasts_said() {
        Panel panel = PanelReader.read(List.of(ReferenceFolder.panel())).panel();
        Universe universe = Universe.of(panel);
        Grid member = Grid.missing(panel.tokens(), panel.days());
        for (int day = 0; day < panel.days(); day++) {
            for (int token : universe.members(day)) {
                member.set(token, day, 1);
            }
        }
        ForecastModel model = new ForecastModel(
                panel.firstDay(), panel.symbols(), panel.close(), member, ForecastSettings.defaults());

        List<CoverageRow> rows = CoverageReport.of(model, panel.index(LocalDate.of(2018, 1, 1)), panel.days(), 5);

        assertThat(rows).hasSize(15);
        for (CoverageRow row : rows) {
            double tolerance = row.period().equals("all") ? 0.02 : 0.065;
            assertThat(row.inside90()).as(row.toString()).isNotNull().isCloseTo(0.9, within(tolerance));
            assertThat(row.inside50()).as(row.toString()).isNotNull().isCloseTo(0.5, within(tolerance));
        }
    }
}
