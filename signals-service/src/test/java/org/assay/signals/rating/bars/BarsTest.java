package org.assay.signals.rating.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.VolumeScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsTest {

    private static final Bar BAR = new Bar(10, 12, 9, 11, 1000);

    @TempDir
    private Path folder;

    @Test
    void laysBarsOutOnACalendarWithoutHoles() {
        DailyBars bars = new DailyBars();
        bars.put("b", 105, BAR);
        bars.put("a", 102, BAR);
        bars.put("a", 100, new Bar(Double.NaN, 8, 9, 10, -1));

        Panel panel = bars.panel(104, Supplies.none());

        assertThat(panel.symbols()).containsExactly("a", "b");
        assertThat(panel.days()).isEqualTo(5);
        assertThat(panel.close().get(0, 0)).isEqualTo(10);
        assertThat(panel.high().has(0, 0)).as("a high below the low").isFalse();
        assertThat(panel.volume().has(0, 0)).as("a negative volume").isFalse();
        assertThat(panel.scope().get(0, 0)).isEqualTo(VolumeScope.NONE.code());
        assertThat(panel.scope().get(0, 2)).isEqualTo(VolumeScope.AGGREGATE.code());
        assertThat(panel.close().has(1, 4)).isFalse();
        assertThat(bars.size()).isEqualTo(3);
        assertThat(bars.firstDayWith(2)).isEqualTo(102);
    }

    @Test
    void aCandleWithoutAUsableCloseTakesABarAway() {
        DailyBars bars = new DailyBars();
        bars.put("a", 100, BAR);
        bars.put("a", 100, new Bar(1, 1, 1, 0, 1));

        assertThat(bars.size()).isZero();
    }

    @Test
    void aProvisionalDayFollowsTheLastWholeOne() {
        DailyBars bars = new DailyBars();
        bars.put("a", 100, BAR);
        bars.put("a", 101, BAR);

        Panel panel = bars.panel(100, Supplies.none(), Map.of("a", new Bar(1, 2, 1, 1.5, 7)));

        assertThat(panel.days()).isEqualTo(2);
        assertThat(panel.close().get(0, 1)).isEqualTo(1.5);
    }

    @Test
    void aDigestTellsWhetherADayWasAmended() {
        DailyBars bars = new DailyBars();
        bars.put("a", 100, BAR);
        bars.put("a", 101, BAR);
        String before = bars.digest(100, 100, Supplies.none());

        bars.put("a", 101, new Bar(10, 12, 9, 11.5, 1000));
        assertThat(bars.digest(100, 100, Supplies.none())).isEqualTo(before);

        bars.put("a", 100, new Bar(10, 12, 9, 11.5, 1000));
        assertThat(bars.digest(100, 100, Supplies.none())).isNotEqualTo(before);
    }

    @Test
    void aSupplyHoldsFromItsDayOn() throws IOException {
        Path file = folder.resolve("supplies.csv");
        Files.writeString(file, """
                token,date,circulating,source
                a,1970-04-12,21.5,somewhere, as they say
                a,1970-04-14,22,somewhere
                """);
        Supplies supplies = Supplies.read(file);
        DailyBars bars = new DailyBars();
        for (int day = 100; day < 105; day++) {
            bars.put("a", day, BAR);
        }

        Panel panel = bars.panel(104, supplies);

        assertThat(panel.marketCap().has(0, 0)).isFalse();
        assertThat(panel.marketCap().get(0, 2)).isCloseTo(21.5 * 11, within(1e-9));
        assertThat(panel.marketCap().get(0, 3)).isCloseTo(22 * 11, within(1e-9));
    }

    @Test
    void aListOfSuppliesThatCannotBeReadIsRefusedByItsLine() throws IOException {
        Path file = folder.resolve("supplies.csv");
        Files.writeString(file, "token,date,circulating,source\na,2024-01-01,0,x\n");

        assertThatThrownBy(() -> Supplies.read(file)).hasMessageContaining("line 2");
        assertThatThrownBy(() -> Supplies.read(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    @Test
    void theLast24HoursMakeOneBar() {
        HourlyBars hours = new HourlyBars();
        for (long hour = 0; hour < 30; hour++) {
            hours.put("a", hour, new Bar(hour + 1, hour + 3, hour + 0.5, hour + 2, 10));
        }
        hours.put("quiet", 3, BAR);

        Map<String, Bar> bars = hours.trailing(30);

        assertThat(bars).containsOnlyKeys("a");
        assertThat(bars.get("a")).isEqualTo(new Bar(7, 32, 6.5, 31, 240));
        assertThat(hours.closes("a", 30, 2)).containsExactly(30, 31);
    }
}
