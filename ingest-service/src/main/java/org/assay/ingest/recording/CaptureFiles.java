package org.assay.ingest.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a capture: {@code capture-20261121T140000Z-1.ndjson.gz}, the time being the start of the rotation period.
 * A file that exists is never written to again, for its last block may be broken. Used by one thread.
 */
final class CaptureFiles implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("capture-\\d{8}T\\d{6}Z-\\d+\\.ndjson\\.gz");
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final CaptureLimits limits;
    private @Nullable Writer writer;
    private @Nullable Path current;
    private long period = Long.MIN_VALUE;

    CaptureFiles(Path folder, CaptureLimits limits) throws IOException {
        this.folder = folder;
        this.limits = limits;
        Files.createDirectories(folder);
    }

    /** Writes a line into the file of its time. */
    void write(String line, Instant at) throws IOException {
        long linePeriod = Math.floorDiv(at.getEpochSecond(), limits.rotation().toSeconds());
        Writer open = writer;
        if (open == null || linePeriod > period) {
            close();
            period = linePeriod;
            open = begin();
        }
        open.write(line);
        open.write('\n');
    }

    private Writer begin() throws IOException {
        deleteOldest();
        String stamp =
                STAMP.format(Instant.ofEpochSecond(period * limits.rotation().toSeconds()));
        int number = 1;
        Path file = folder.resolve("capture-" + stamp + "-" + number + ".ndjson.gz");
        while (Files.exists(file)) {
            number++;
            file = folder.resolve("capture-" + stamp + "-" + number + ".ndjson.gz");
        }
        GZIPOutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER, true);
        Writer opened = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), BUFFER);
        writer = opened;
        current = file;
        return opened;
    }

    /** Brings what was written to the file, as a complete block. */
    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (sizeOf(finishedAndCurrent()) > limits.maxBytes()) {
            deleteOldest();
        }
    }

    private void deleteOldest() throws IOException {
        List<Path> files = finishedAndCurrent();
        long size = sizeOf(files);
        for (Path file : files) {
            if (size <= limits.maxBytes() || file.equals(current)) {
                return;
            }
            size -= Files.size(file);
            Files.delete(file);
        }
    }

    private List<Path> finishedAndCurrent() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static long sizeOf(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        Writer open = writer;
        writer = null;
        current = null;
        if (open != null) {
            open.close();
        }
    }
}
