package org.assay.ratings.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assay.ratings.panel.Finding.Kind;
import org.assay.ratings.panel.PanelException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelReaderTest {

    private static final String HEADER =
            "date,symbol,open,high,low,close,volume_usd,market_cap,src,vol_scope,mcap_src\n";

    @TempDir
    Path folder;

    @Test
    void a_plain_file_is_laid_out_on_the_calendar() throws IOException {
        LoadedPanel loaded = read(HEADER
                + "2015-01-02,BTC,1,3,0.5,2,100,1000,x,aggregate,x\n"
                + "2015-01-01,ETH,1,3,0.5,2.5,,,x,none,\n");
        Panel panel = loaded.panel();
        int btc = panel.token("BTC");

        assertThat(panel.firstDay()).isEqualTo("2015-01-01");
        assertThat(panel.days()).isEqualTo(2);
        assertThat(panel.symbols()).containsExactly("BTC", "ETH");
        assertThat(panel.close().has(btc, 0)).isFalse();
        assertThat(panel.scope().has(btc, 0)).isFalse();
        assertThat(panel.open().get(btc, 1)).isEqualTo(1);
        assertThat(panel.high().get(btc, 1)).isEqualTo(3);
        assertThat(panel.low().get(btc, 1)).isEqualTo(0.5);
        assertThat(panel.close().get(btc, 1)).isEqualTo(2);
        assertThat(panel.volume().get(btc, 1)).isEqualTo(100);
        assertThat(panel.marketCap().get(btc, 1)).isEqualTo(1000);
        assertThat(panel.scope().get(btc, 1)).isEqualTo(VolumeScope.AGGREGATE.code());
        assertThat(panel.volume().has(1, 0)).isFalse();
    }

    @Test
    void only_date_symbol_and_close_must_be_there_in_any_order_and_unknown_columns_are_named() throws IOException {
        LoadedPanel loaded = read("close,colour,symbol,date\n5,red,BTC,2020-01-01\n");

        assertThat(loaded.panel().close().get(0, loaded.panel().index(LocalDate.of(2020, 1, 1))))
                .isEqualTo(5);
        assertThat(loaded.panel().firstDay()).isEqualTo("2015-01-01");
        assertThat(finding(loaded, Kind.UNKNOWN_COLUMN).examples()).containsExactly("panel.csv: colour");
        assertThat(loaded.report().count(Kind.ABSENT_COLUMN)).isEqualTo(6);
    }

    @Test
    void a_calendar_begins_earlier_where_the_data_do() throws IOException {
        assertThat(read("date,symbol,close\n2014-12-30,BTC,1\n2015-01-02,BTC,1\n")
                        .panel()
                        .firstDay())
                .isEqualTo("2014-12-30");
    }

    @Test
    void unsorted_rows_are_sorted() throws IOException {
        LoadedPanel loaded = read("date,symbol,close\n2015-01-03,A,3\n2015-01-01,A,1\n2015-01-02,A,2\n");

        assertThat(loaded.panel().close().values()).containsExactly(1, 2, 3);
        assertThat(loaded.report().count(Kind.UNSORTED)).isEqualTo(1);
        assertThat(read("date,symbol,close\n2015-01-01,A,3\n2015-01-01,B,1\n2015-01-02,A,2\n")
                        .report()
                        .count(Kind.UNSORTED))
                .isZero();
    }

    @Test
    void rows_given_twice_are_merged_and_of_conflicting_ones_the_last_counts() throws IOException {
        LoadedPanel loaded =
                read("date,symbol,close\n2015-01-01,A,1\n2015-01-01,A,1\n2015-01-02,A,2\n2015-01-02,A,3\n");

        assertThat(loaded.panel().close().values()).containsExactly(1, 3);
        assertThat(finding(loaded, Kind.DOUBLED).examples()).containsExactly("panel.csv row 3: A 2015-01-01");
        assertThat(finding(loaded, Kind.CONFLICTING).examples()).containsExactly("panel.csv row 5: A 2015-01-02");
    }

    @Test
    void a_later_file_continues_the_first_and_replaces_what_it_repeats() throws IOException {
        Path first = write("first.csv", "date,symbol,close\n2015-01-01,A,1\n2015-01-02,A,2\n");
        Path second = write("second.csv", "date,symbol,close\n2015-01-02,A,20\n2015-01-03,A,3\n");

        LoadedPanel loaded = PanelReader.read(List.of(first, second));

        assertThat(loaded.panel().close().values()).containsExactly(1, 20, 3);
        assertThat(finding(loaded, Kind.CONFLICTING).examples()).containsExactly("second.csv row 2: A 2015-01-02");
        assertThat(loaded.report().sources())
                .extracting(PanelReport.Source::name)
                .containsExactly("first.csv", "second.csv");
    }

    @Test
    void rows_without_a_positive_finite_close_are_dropped() throws IOException {
        LoadedPanel loaded = read("""
                date,symbol,close
                2015-01-01,A,1
                2015-01-02,A,0
                2015-01-03,A,-1
                2015-01-04,A,NaN
                2015-01-05,A,
                2015-01-06,A,inf
                2015-01-07,B,0
                """);

        assertThat(loaded.panel().symbols()).containsExactly("A");
        assertThat(loaded.panel().days()).isEqualTo(1);
        assertThat(finding(loaded, Kind.NONPOSITIVE_CLOSE).examples())
                .containsExactly(
                        "panel.csv row 3: A 2015-01-02",
                        "panel.csv row 4: A 2015-01-03",
                        "panel.csv row 8: B 2015-01-07");
        assertThat(loaded.report().count(Kind.NO_CLOSE)).isEqualTo(2);
        assertThat(loaded.report().count(Kind.MISSING_TEXT)).isEqualTo(1);
        assertThat(loaded.report().count(Kind.CLOSE_OUT_OF_RANGE)).isEqualTo(1);
    }

    @Test
    void impossible_values_beside_a_close_become_missing() throws IOException {
        LoadedPanel loaded = read("""
                date,symbol,open,high,low,close,volume_usd,market_cap
                2015-01-01,A,0,5,6,5,-1,0
                2015-01-02,A,1,2,1,3,0,1e40
                """);
        Panel panel = loaded.panel();

        assertThat(panel.open().values()).containsExactly(Double.NaN, 1);
        assertThat(panel.high().values()).containsExactly(Double.NaN, 2);
        assertThat(panel.low().values()).containsExactly(Double.NaN, 1);
        assertThat(panel.volume().values()).containsExactly(Double.NaN, 0);
        assertThat(panel.marketCap().values()).containsExactly(Double.NaN, Double.NaN);
        assertThat(loaded.report().findings())
                .extracting(Finding::kind)
                .contains(
                        Kind.NONPOSITIVE_PRICE,
                        Kind.HIGH_BELOW_LOW,
                        Kind.NEGATIVE_VOLUME,
                        Kind.NONPOSITIVE_CAP,
                        Kind.OUT_OF_RANGE,
                        Kind.CLOSE_OUTSIDE_RANGE);
    }

    @Test
    void gaps_scope_changes_and_bad_prints_are_reported_and_kept() throws IOException {
        LoadedPanel loaded = read("""
                date,symbol,close,vol_scope
                2015-01-01,A,1,aggregate
                2015-01-02,A,1000,aggregate
                2015-01-03,A,1.1,binance_spot
                2015-01-06,A,1.1,moon
                """);

        assertThat(loaded.panel().close().get(0, 1)).isEqualTo(1000);
        assertThat(finding(loaded, Kind.BAD_PRINT).examples()).containsExactly("A 2015-01-02");
        assertThat(finding(loaded, Kind.GAP))
                .isEqualTo(new Finding(Kind.GAP, 2, List.of("A 2015-01-04 to 2015-01-05")));
        assertThat(loaded.report().count(Kind.SCOPE_CHANGE)).isEqualTo(2);
        assertThat(finding(loaded, Kind.UNKNOWN_SCOPE).examples()).containsExactly("panel.csv row 5: 'moon'");
        assertThat(finding(loaded, Kind.GAP).line())
                .isEqualTo("2 days without a row between a token's first and last (A 2015-01-04 to 2015-01-05)");
    }

    @Test
    void line_ends_quotes_blank_lines_and_a_byte_order_mark_do_no_harm() throws IOException {
        LoadedPanel loaded = read("\uFEFFdate,symbol,close\r\n\"2015-01-01\",\"A,B\", 1 \r\n\r\n2015-01-02,\"A,B\",2");

        assertThat(loaded.panel().symbols()).containsExactly("A,B");
        assertThat(loaded.panel().close().values()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "EMPTY|0|^^",
                "NO_ROWS|0|date,symbol,close",
                "NO_ROWS|0|date,symbol,close;2015-01-01,A,0",
                "BAD_HEADER|1|date,symbol,open",
                "BAD_HEADER|1|date,symbol,close,close",
                "BAD_ROW|3|date,symbol,close;2015-01-01,A,1;2015-01-02,A",
                "BAD_ROW|2|date,symbol,close;2015-01-01,A,1,2",
                "BAD_ROW|2|date,symbol,close;2015-01-01,\"A,1",
                "NO_SYMBOL|2|date,symbol,close;2015-01-01,,1",
                "BAD_DATE|2|date,symbol,close;01/02/2015,A,1",
                "BAD_DATE|2|date,symbol,close;2015-02-29,A,1",
                "BAD_DATE|2|date,symbol,close;,A,1",
                "DATE_OUT_OF_RANGE|2|date,symbol,close;1970-01-01,A,1",
                "DATE_OUT_OF_RANGE|2|date,symbol,close;2999-01-01,A,1",
                "BAD_NUMBER|2|date,symbol,close;2015-01-01,A,abc",
                "BAD_NUMBER|2|date,symbol,close,volume_usd;2015-01-01,A,1,1.2.3",
                "BAD_NUMBER|2|date,symbol,close,volume_usd;2015-01-01,A,1,0x1p3",
                "BAD_NUMBER|2|date,symbol,close,volume_usd;2015-01-01,A,1,-",
            })
    void what_cannot_be_used_is_an_error_that_names_the_row(Code code, int row, String lines) throws IOException {
        Path file = write("panel.csv", lines.replace(';', '\n'));

        assertThatThrownBy(() -> PanelReader.read(List.of(file)))
                .isInstanceOfSatisfying(PanelException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.row()).isEqualTo(row);
                    assertThat(failure.file()).isEqualTo("panel.csv");
                    assertThat(failure).hasMessageStartingWith(row == 0 ? "panel.csv: " : "panel.csv, row " + row);
                });
    }

    @Test
    void gzip_is_told_by_its_content_and_a_damaged_one_is_an_error() throws IOException {
        byte[] packed = gzip("date,symbol,close\n2015-01-01,A,1\n".repeat(1));
        Path good = Files.write(folder.resolve("packed.csv"), packed);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 9));
        Path fake = Files.writeString(folder.resolve("fake.csv.gz"), "date,symbol,close\n");

        assertThat(PanelReader.read(List.of(good)).panel().days()).isEqualTo(1);
        assertThatThrownBy(() -> PanelReader.read(List.of(cut))).hasMessageContaining("damaged or ends too early");
        assertThatThrownBy(() -> PanelReader.read(List.of(fake))).hasMessageContaining("is not gzip");
        assertThatThrownBy(() -> PanelReader.read(List.of(folder.resolve("absent.csv"))))
                .hasMessage("absent.csv: there is no such file");
        assertThat(Code.NOT_GZIP.label()).isEqualTo("panel-not-gzip");
    }

    private LoadedPanel read(String content) throws IOException {
        return PanelReader.read(List.of(write("panel.csv", content)));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Finding finding(LoadedPanel loaded, Kind kind) {
        return loaded.report().findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
