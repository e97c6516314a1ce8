package org.assay.ingest.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A recorded file, plain or gzipped (told by its first bytes, not by its name). The forms that are read are described
 * in {@code docs/recording-formats.md}; a file may mix them.
 */
public final class Recording {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final Path file;

    private Recording(Path file) {
        this.file = file;
    }

    /** One file. */
    public static Recording of(Path file) {
        return new Recording(file);
    }

    /**
     * All regular files below a folder that may hold a recording, in the order of their paths: everything but hidden
     * files, empty ones, and those whose name says that they are prose or a licence.
     *
     * @throws NoSuchFileException when there is no such folder
     */
    public static List<Recording> findIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> mayHoldFrames(folder.relativize(file)))
                    .sorted()
                    .map(Recording::new)
                    .toList();
        }
    }

    private static boolean mayHoldFrames(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return !name.endsWith(".md")
                && !name.equals("metadata.json")
                && !name.startsWith("LICENSE")
                && !name.startsWith("PROVENANCE");
    }

    public Path file() {
        return file;
    }

    /** Starts reading from the top. */
    public EntryReader open() throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream content = isGzip(raw) ? new GZIPInputStream(raw, BUFFER) : raw;
            return new EntryReader(new LineReader(content));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == GZIP_FIRST && second == GZIP_SECOND;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
