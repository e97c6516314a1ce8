package org.assay.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.events.token.TokenDirectory;
import org.assay.ingest.fake.Published;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.replay.ReplayReport.VenueReport;
import org.assay.ingest.venue.registry.VenueAdapters;
import org.assay.testkit.recording.RecordedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made by others, through the real adapters. */
class RecordedVenuesTest {

    @TempDir
    Path folder;

    @Test
    void theSharedRecordingsReplayWithoutADeadLetter() throws Exception {
        Path recordings = linked("cryptofeed", "hftbacktest");
        Published published = new Published();
        MarketResolver resolver = new MarketResolver(
                TokenDirectory.bundled(),
                List.of("USD", "USDT", "USDC", "FDUSD", "EUR", "BTC", "ETH"),
                Published.PARTITIONS);
        ReplayReport report = new Replay(
                        VenueAdapters.all(), resolver, published.publisher(), new ReplayClock(), ReplaySpeed.MAX)
                .run(recordings);

        Map<String, Long> trades =
                report.venues().stream().collect(Collectors.toMap(VenueReport::venue, VenueReport::trades));
        // Counted in the files: 9,757 trades and 2 aggregate trades; 97 matches and 10 last matches; 69 trades of
        // BTC-USDT.
        assertThat(trades)
                .containsEntry("binance", 9_759L)
                .containsEntry("coinbase", 107L)
                .containsEntry("okx", 69L);
        assertThat(report.venues()).allSatisfy(venue -> {
            assertThat(venue.deadLetters()).isZero();
            assertThat(venue.gaps()).isZero();
        });
        assertThat(published.trades()).hasSize(9_759 + 107 + 69);
        assertThat(report.unsupported())
                .extracting(ReplayReport.UnsupportedSource::source)
                .contains("cryptofeed/KRAKEN.ws.48.0.gz", "cryptofeed/BYBIT.ws.25.0.gz", "cryptofeed/HUOBI.ws.44.0.gz");
    }

    private Path linked(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
            try (Stream<Path> files = Files.list(RecordedData.path("exchange_raw/" + name))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            folder.resolve(name).resolve(file.getFileName().toString()));
                }
            }
        }
        return folder;
    }
}
