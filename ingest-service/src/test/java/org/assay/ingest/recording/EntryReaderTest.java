package org.assay.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReaderTest {

    private static final URI SOCKET = URI.create("wss://ws.example.test/feed");
    private static final Instant AT = Instant.parse("2024-08-08T23:54:14.087896568Z");

    @TempDir
    private Path folder;

    @Test
    void readsConnectionsSendsFramesAndAnswersOfTheFirstForm() throws IOException {
        List<RecordedEntry> entries = read("""
                https://api.example.test/products?type=SPOT|X -> 1618677816.8414998: [{"id":"A-B"}]
                configuration: {"trades":["A-B"]}
                wss://ws.example.test/feed <-> 1618677816.8434298
                wss://ws.example.test/feed <- 1618677817.020616: {"type":"subscribe"}
                1618677817.5: {"type":"match"}
                """);

        assertThat(entries)
                .containsExactly(
                        new RecordedEntry.Answer(
                                URI.create("https://api.example.test/products?type=SPOT%7CX"),
                                Instant.parse("2021-04-17T16:43:36.841499800Z"),
                                "[{\"id\":\"A-B\"}]"),
                        new RecordedEntry.Connected(SOCKET, Instant.parse("2021-04-17T16:43:36.843429800Z")),
                        new RecordedEntry.Sent(
                                SOCKET, Instant.parse("2021-04-17T16:43:37.020616Z"), "{\"type\":\"subscribe\"}"),
                        new RecordedEntry.Received(
                                SOCKET, Instant.parse("2021-04-17T16:43:37.500Z"), "{\"type\":\"match\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1723161254087896568 {\"a\":1}",
                "1723161254.087896568: {\"a\":1}",
                "2024-08-08T23:54:14.087896568Z {\"a\":1}",
                "2024-08-08 23:54:14.087896568, {\"a\":1}",
                "1723161254.087896568\t< {\"a\":1}"
            })
    void readsTheTimeBeforeAFrameInWhateverUnit(String line) throws IOException {
        assertThat(read(line)).containsExactly(new RecordedEntry.Received(null, AT, "{\"a\":1}"));
    }

    @Test
    void readsValuesThatStretchOverLinesWithAndWithoutADirection() throws IOException {
        List<RecordedEntry> entries = read("""
                > {
                  "op": "subscribe"
                }
                < {
                  "data": [1, "}"]
                }
                =
                [
                {"x": 1}
                ]
                """);

        assertThat(entries)
                .containsExactly(
                        new RecordedEntry.Sent(null, null, "{\n  \"op\": \"subscribe\"\n}"),
                        new RecordedEntry.Received(null, null, "{\n  \"data\": [1, \"}\"]\n}"),
                        new RecordedEntry.Received(null, null, "[\n{\"x\": 1}\n]"));
    }

    @Test
    void unwrapsAFrameWithItsReceiveTimeAndKeepsEveryDigit() throws IOException {
        assertThat(read("{\"exchange\":\"x\",\"ts\":1723161254087,\"msg\":{\"price\":0.10000000000000000000500}}"))
                .containsExactly(new RecordedEntry.Received(
                        null, Instant.parse("2024-08-08T23:54:14.087Z"), "{\"price\":0.10000000000000000000500}"));
    }

    @Test
    void leavesAFrameAloneThatOnlyLooksLikeAWrapper() throws IOException {
        String frame = "{\"type\":\"error\",\"message\":\"Failed to subscribe\",\"time\":\"2024-08-08T23:54:14Z\"}";

        assertThat(read(frame)).containsExactly(new RecordedEntry.Received(null, null, frame));
    }

    @Test
    void goesOnAfterADamagedPlace() throws IOException {
        List<RecordedEntry> entries = read("""
                what is this
                { "cut": [1,
                1723161254.087896568: {"a":1}
                { "never": "ends"
                """);

        assertThat(entries)
                .containsExactly(
                        new RecordedEntry.Damaged(1, "unreadable", "no known form of line", "what is this"),
                        new RecordedEntry.Damaged(2, "truncated", "the value does not end", "{ \"cut\": [1,"),
                        new RecordedEntry.Received(null, AT, "{\"a\":1}"),
                        new RecordedEntry.Damaged(4, "truncated", "the value does not end", "{ \"never\": \"ends\""));
    }

    @Test
    void handsATimedFrameOverAsItIsHoweverBroken() throws IOException {
        assertThat(read("1723161254.087896568: {\"a\":"))
                .containsExactly(new RecordedEntry.Received(null, AT, "{\"a\":"));
    }

    @Test
    void readsAPackedFileUpToWhereItBreaksOff() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(1_723_161_254_087_896_568L + i * 7_919L * i)
                    .append(" {\"n\":")
                    .append(i)
                    .append("}\n");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        Path file = Files.write(folder.resolve("cut.gz"), half);

        List<RecordedEntry> entries = readAll(file);

        assertThat(entries).hasSizeGreaterThan(1_000);
        assertThat(entries.subList(0, entries.size() - 1)).allMatch(RecordedEntry.Received.class::isInstance);
        assertThat(entries.getLast())
                .isInstanceOfSatisfying(RecordedEntry.Damaged.class, damaged -> assertThat(damaged.code())
                        .isEqualTo("truncated"));
    }

    @Test
    void findsFilesInSubfoldersInOrderAndPassesOverProse() throws IOException {
        for (String name : List.of("b/two.gz", "a/one.txt", "README.md", "LICENSE", ".hidden/x", "a/metadata.json")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }

        assertThat(Recording.findIn(folder).stream()
                        .map(recording -> folder.relativize(recording.file()).toString()))
                .containsExactly("a/one.txt", "b/two.gz");
    }

    private List<RecordedEntry> read(String text) throws IOException {
        return readAll(Files.writeString(folder.resolve("recording"), text));
    }

    static List<RecordedEntry> readAll(Path file) throws IOException {
        List<RecordedEntry> entries = new ArrayList<>();
        try (EntryReader reader = Recording.of(file).open()) {
            RecordedEntry entry = reader.next();
            while (entry != null) {
                entries.add(entry);
                entry = reader.next();
            }
        }
        return entries;
    }
}
