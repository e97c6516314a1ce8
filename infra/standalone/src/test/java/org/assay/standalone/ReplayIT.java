package org.assay.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assay.standalone.folder.DataFolder;
import org.assay.standalone.folder.Running;
import org.assay.testkit.embedded.EmbeddedServices;
import org.assay.testkit.embedded.FolderTree;
import org.assay.testkit.embedded.LoopbackPort;
import org.assay.testkit.recording.RecordedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replays somebody else's recording through the whole product, twice into the same folder. */
class ReplayIT {

    private static final Path FOLDER = Path.of("target/it/recorded").toAbsolutePath();
    private static final Pattern TRADE_ID = Pattern.compile("\"e\":\"trade\".*?\"t\":([0-9]+)");
    private static final Cli CLI = new Cli(FOLDER);

    @BeforeEach
    void empty() throws IOException {
        FolderTree.delete(FOLDER);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        new DataFolder(FOLDER)
                .running()
                .map(Running::pid)
                .flatMap(ProcessHandle::of)
                .ifPresent(ProcessHandle::destroyForcibly);
        EmbeddedServices.stopLeftOvers(FOLDER);
    }

    @Test
    void every_recorded_trade_is_stored_once_however_often_it_is_replayed() throws Exception {
        Path recordings = RecordedData.path("exchange_raw/hftbacktest");
        Set<String> recorded = tradeIds(recordings.resolve("spot_btcusdt_20240808.gz"));

        String printed = replay(recordings);
        assertThat(printed).containsPattern("replayed +binance +[0-9]+ +" + recorded.size() + " ");
        assertThat(storedTradeIds()).containsExactlyInAnyOrderElementsOf(recorded);
        List<String> first = storedCandles();
        assertThat(first).isNotEmpty();
        assertThat(CLI.run("down").exitCode()).isZero();

        replay(recordings);
        assertThat(storedTradeIds()).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(storedCandles()).isEqualTo(first);
        assertThat(CLI.run("down").exitCode()).isZero();
    }

    private static String replay(Path recordings) throws Exception {
        Cli.Outcome up = CLI.run(
                "up", "--replay", recordings.toString(), "--detach", "--port", Integer.toString(LoopbackPort.free()));
        assertThat(up.exitCode()).withFailMessage(() -> up.out() + up.err()).isZero();
        return up.out();
    }

    private static Set<String> tradeIds(Path recording) throws IOException {
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher trade = TRADE_ID.matcher(line);
                if (trade.find()) {
                    ids.add(trade.group(1));
                }
            }
        }
        return ids;
    }

    private static List<String> storedTradeIds() throws Exception {
        return query("select trade_id from trade");
    }

    private static List<String> storedCandles() throws Exception {
        return query("select concat_ws('|', venue, symbol, interval, open_time, open, high, low, close, volume, trades,"
                + " closed, complete) from market_candle order by venue, symbol, interval, open_time");
    }

    private static List<String> query(String sql) throws IOException, SQLException {
        int postgresPort = new DataFolder(FOLDER).running().orElseThrow().postgresPort();
        String password = Files.readString(FOLDER.resolve("postgres/password")).strip();
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/assay", "assay", password);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
