package org.assay.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {

    private static final URI SOCKET = URI.create("wss://ws.example.test/stream");
    private static final URI REQUEST = URI.create("https://api.example.test/instruments?kind=spot");
    private static final Instant AT = Instant.parse("2026-03-01T10:59:59.123456789Z");

    @TempDir
    private Path folder;

    @Test
    void writesWhatTheReaderReadsBack() throws IOException {
        String awkward = "{\"text\":\"quote \\\" backslash \\\\ \u20ac\",\n\"n\":0.100}";
        try (CaptureWriter writer = new CaptureWriter(folder, CaptureLimits.defaults())) {
            writer.connected(SOCKET, AT);
            writer.sent(SOCKET, AT.plusNanos(1), "{\"op\":\"subscribe\"}");
            writer.received(SOCKET, AT.plusNanos(2), awkward);
            writer.received(SOCKET, AT.plusNanos(3), "not json at all");
            writer.answer(REQUEST, AT.plusNanos(4), "[]");
            writer.closed(SOCKET, AT.plusNanos(5));
        }

        assertThat(everything())
                .containsExactly(
                        new RecordedEntry.Connected(SOCKET, AT),
                        new RecordedEntry.Sent(SOCKET, AT.plusNanos(1), "{\"op\":\"subscribe\"}"),
                        new RecordedEntry.Received(SOCKET, AT.plusNanos(2), awkward),
                        new RecordedEntry.Received(SOCKET, AT.plusNanos(3), "not json at all"),
                        new RecordedEntry.Answer(REQUEST, AT.plusNanos(4), "[]"),
                        new RecordedEntry.Closed(SOCKET, AT.plusNanos(5)));
    }

    @Test
    void beginsAFileForEachHourAndNeverWritesIntoOneThatExists() throws IOException {
        try (CaptureWriter writer = new CaptureWriter(folder, CaptureLimits.defaults())) {
            writer.received(SOCKET, AT, "{}");
            writer.received(SOCKET, AT.plusSeconds(1), "{}");
        }
        try (CaptureWriter writer = new CaptureWriter(folder, CaptureLimits.defaults())) {
            writer.received(SOCKET, AT.plusSeconds(2), "{}");
        }

        assertThat(names())
                .containsExactly(
                        "capture-20260301T100000Z-1.ndjson.gz",
                        "capture-20260301T110000Z-1.ndjson.gz",
                        "capture-20260301T110000Z-2.ndjson.gz");
    }

    @Test
    void isReadableWhileItIsWritten() throws IOException {
        CaptureLimits limits = new CaptureLimits(1L << 30, Duration.ofHours(1), 100, Duration.ofMillis(1));
        try (CaptureWriter writer = new CaptureWriter(folder, limits)) {
            writer.received(SOCKET, AT, "{\"n\":1}");

            await().untilAsserted(() ->
                    assertThat(everything()).contains(new RecordedEntry.Received(SOCKET, AT, "{\"n\":1}")));
        }
    }

    @Test
    void deletesTheOldestFilesWhenTheFolderGrowsTooLarge() throws IOException {
        CaptureLimits limits = new CaptureLimits(40_000, Duration.ofHours(1), 100, Duration.ofMillis(1));
        byte[] noise = new byte[10_000];
        Random random = new Random(7);
        try (CaptureWriter writer = new CaptureWriter(folder, limits)) {
            for (int hour = 0; hour < 10; hour++) {
                random.nextBytes(noise);
                String frame = java.util.Base64.getEncoder().encodeToString(noise);
                writer.received(SOCKET, AT.plus(Duration.ofHours(hour)), frame);
            }
        }

        assertThat(names()).hasSizeBetween(2, 5).contains("capture-20260301T190000Z-1.ndjson.gz");
    }

    @Test
    void endsWithTheCauseWhenTheDiskFails() throws IOException {
        CaptureLimits limits = new CaptureLimits(1L << 30, Duration.ofHours(1), 10, Duration.ofMillis(1));
        Path target = Files.createDirectory(folder.resolve("capture"));
        try (CaptureWriter writer = new CaptureWriter(target, limits)) {
            Files.delete(target);
            writer.received(SOCKET, AT, "{}");

            await().until(() -> writer.failure().isPresent());
            for (int i = 0; i < 100; i++) {
                writer.received(SOCKET, AT, "{}");
            }
        }
    }

    private List<RecordedEntry> everything() throws IOException {
        List<RecordedEntry> entries = new ArrayList<>();
        for (Recording recording : Recording.findIn(folder)) {
            entries.addAll(EntryReaderTest.readAll(recording.file()));
        }
        return entries;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
