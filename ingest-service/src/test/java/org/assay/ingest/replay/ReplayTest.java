package org.assay.ingest.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.ingest.fake.FakeVenue;
import org.assay.ingest.fake.Published;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.venue.SequenceRule;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.binance.BinanceAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final long T0 = 1_700_000_000;

    @TempDir
    Path folder;

    @Test
    void framesOfSeveralFilesAreMergedByReceiveTime() throws Exception {
        write("b/second", "wss://fake.example/ws <-> " + T0, T0 + ".2: T ETH-USDT 2 3000 1 " + us(0.15));
        zip(
                "a.gz",
                "wss://fake.example/ws <-> " + T0,
                T0 + ".1: T BTC-USDT 1 60000 1 " + us(0.05),
                T0 + ".3: T BTC-USDT 2 60000 1 " + us(0.25));

        Published published = new Published();
        ReplayReport report = replay(published);

        assertThat(published.trades()).extracting(Trade::getReceivedAtUs).containsExactly(us(0.1), us(0.2), us(0.3));
        assertThat(report.venues()).singleElement().satisfies(venue -> {
            assertThat(venue.frames()).isEqualTo(3);
            assertThat(venue.trades()).isEqualTo(3);
            assertThat(venue.gaps()).isZero();
            assertThat(venue.deadLetters()).isZero();
        });
    }

    @Test
    void ticksGoOnThroughTheLastSecondAndNotOverTheTimeBetweenRecordings() throws Exception {
        write("january", T0 + ".5: T ETH-USDT 1 3000 1 " + us(0.5), (T0 + 2) + ".5: T ETH-USDT 2 3000 1 " + us(2.5));
        long later = T0 + 90L * 86_400;
        write("april", later + ".5: T ETH-USDT 900 3000 1 " + later * 1_000_000);

        Published published = new Published();
        ReplayReport report = replay(published);

        assertThat(published.ticks(0).stream().filter(tick -> !tick.getLast()))
                .extracting(Tick::getAtUs)
                .containsExactly(us(1), us(2), us(3), (later + 1) * 1_000_000);
        assertThat(published.ticks(0).getLast().getLast()).isTrue();
        assertThat(report.venues().getFirst().gaps()).isZero();
    }

    @Test
    void aConnectionThatIsMadeAgainWithinARecordingLeavesAGap() throws Exception {
        write(
                "one",
                "wss://fake.example/ws <-> " + T0,
                T0 + ".1: T ETH-USDT 1 3000 1 " + us(0.1),
                "wss://fake.example/ws <-> " + (T0 + 5),
                (T0 + 5) + ".5: T ETH-USDT 4 3000 1 " + us(5.5));

        Published published = new Published();
        ReplayReport report = replay(published);

        Gap gap = published.gaps().getLast();
        assertThat(gap.getCause()).isEqualTo(Gap.Cause.CAUSE_RECONNECT);
        assertThat(gap.getStatus()).isEqualTo(Gap.Status.STATUS_UNFILLABLE);
        assertThat(gap.getMissing()).isEqualTo(2);
        assertThat(report.venues().getFirst().gaps()).isEqualTo(1);
    }

    @Test
    void damagedLinesAreDeadLettersWithFileAndLine() throws Exception {
        write(
                "deep/er/broken",
                "wss://fake.example/ws <-> " + T0,
                T0 + ".1: T ETH-USDT 1 3000 1 " + us(0.1),
                "~~~ half a disk block ~~~",
                T0 + ".2: what is this",
                T0 + ".3: T ETH-USDT 2 3000 1 " + us(0.3));

        Published published = new Published();
        ReplayReport report = replay(published);

        assertThat(published.trades()).hasSize(2);
        assertThat(published.deadLetters())
                .extracting(letter -> letter.getSourceUrl())
                .containsExactly("deep/er/broken:3", "deep/er/broken:4");
        assertThat(report.venues().getFirst().deadLetters()).isEqualTo(2);
    }

    @Test
    void instrumentListsCountAlsoWhenTheirFileComesLast() throws Exception {
        write("a", "wss://fake.example/ws <-> " + T0, T0 + ".1: T FOO-BAR 1 3000 1 " + us(0.1));
        write("z", "https://fake.example/listings -> " + (T0 + 9) + ".1: FOO-BAR");

        Published published = new Published();
        replay(published);

        assertThat(published.trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.getMarket().getSymbol()).isEqualTo("FOO-BAR"));
        assertThat(published.instruments().getFirst().getUnresolvedReason()).isEqualTo("unknown_base");
    }

    @Test
    void sourcesThatNoAdapterReadsAreNamedAndNoErrors() throws Exception {
        write("other", "wss://elsewhere.example/v1 <-> " + T0, T0 + ".1: hello", T0 + ".2: hello");
        write("old", "wss://fake.example/v0 <-> " + T0, T0 + ".1: T ETH-USDT 1 1 1 1");

        ReplayReport report = replay(new Published());

        assertThat(report.venues()).isEmpty();
        assertThat(report.unsupported())
                .extracting(ReplayReport.UnsupportedSource::source, ReplayReport.UnsupportedSource::lines)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("other", 2L),
                        org.assertj.core.groups.Tuple.tuple("old", 1L));
    }

    @Test
    @Timeout(20)
    void atTheRecordedPaceNobodyWaitsForTheYearsBeforeTheFirstTimeThatIsTold() throws Exception {
        write("no-time", "{\"u\":1,\"s\":\"ETHUSDT\",\"b\":\"3000\",\"B\":\"1\",\"a\":\"3001\",\"A\":\"1\"}");
        write(
                "timed",
                T0 + ".1: " + binanceTrade(1, T0 * 1_000 + 100),
                (T0 + 1) + ".2: " + binanceTrade(2, T0 * 1_000 + 1_200));

        Published published = new Published();
        ReplayReport report = replay(published, new BinanceAdapter(), ReplaySpeed.RECORDED);

        assertThat(published.trades()).extracting(Trade::getReceivedAtUs).containsExactly(us(0.1), us(1.2));
        assertThat(report.venues()).singleElement().satisfies(venue -> assertThat(venue.frames())
                .isEqualTo(3));
    }

    private static String binanceTrade(long id, long timeMs) {
        return """
                {"stream":"ethusdt@trade","data":{"e":"trade","E":%2$d,"s":"ETHUSDT",\
                "t":%1$d,"p":"3000","q":"1","T":%2$d,"m":false,"M":true}}""".formatted(id, timeMs);
    }

    @Test
    void theSameFolderGivesTheSameRecords() throws Exception {
        String[] lines = LongStream.range(0, 200)
                .mapToObj(i -> T0 + i / 10 + "." + i % 10 + "5: "
                        + (i % 3 == 0
                                ? "Q ETH-USDT 3000." + i + " 3001"
                                : "T ETH-USDT " + i + " 3000 1 " + us(i / 10.0)))
                .toArray(String[]::new);
        write("one", lines);
        write("two", lines);

        assertThat(bytes(replayed())).isEqualTo(bytes(replayed()));
    }

    private Published replayed() throws IOException, InterruptedException {
        Published published = new Published();
        replay(published);
        return published;
    }

    private static List<String> bytes(Published published) {
        return published.records().stream().map(ReplayTest::text).toList();
    }

    private static String text(ProducerRecord<byte[], byte[]> sent) {
        return sent.topic() + sent.partition() + java.util.HexFormat.of().formatHex(sent.value());
    }

    private ReplayReport replay(Published published) throws IOException, InterruptedException {
        return replay(published, new FakeVenue(SequenceRule.CONTIGUOUS), ReplaySpeed.MAX);
    }

    private ReplayReport replay(Published published, VenueAdapter venue, ReplaySpeed speed)
            throws IOException, InterruptedException {
        MarketResolver resolver =
                new MarketResolver(TokenDirectory.bundled(), List.of("USD", "USDT"), Published.PARTITIONS);
        return new Replay(List.of(venue), resolver, published.publisher(), new ReplayClock(), speed).run(folder);
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void zip(String name, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long us(double seconds) {
        return T0 * 1_000_000 + Math.round(seconds * 1_000_000);
    }
}
