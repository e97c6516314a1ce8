package org.assay.ingest.recording;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 text, each bounded, so that a file without line ends cannot take all memory. Bytes that are not UTF-8
 * become U+FFFD.
 */
final class LineReader implements AutoCloseable {

    /** A venue's whole instrument list stands on one line: tens of megabytes at most. */
    static final int MAX_LINE_BYTES = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long lineNumber;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** What a read came to. */
    sealed interface Result {
        /** A line without its end. */
        record Line(String text) implements Result {}

        /** A line longer than the bound, cut; the rest of it was skipped. */
        record TooLong(String start) implements Result {}

        /** The packed stream breaks off; what was unpacked of the last line. */
        record BrokenOff(String start, String reason) implements Result {}
    }

    /** The next line; null at the end. */
    @Nullable
    Result next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        lineNumber++;
        while (true) {
            if (position == limit) {
                try {
                    limit = in.read(buffer);
                    position = 0;
                } catch (EOFException | ZipException e) {
                    limit = 0;
                    position = 0;
                    return brokenOff(line, e);
                }
                if (limit <= 0) {
                    limit = 0;
                    return line.size() == 0 ? null : finished(line, tooLong);
                }
            }
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + (end - position) <= MAX_LINE_BYTES) {
                line.write(buffer, position, end - position);
            } else {
                tooLong = true;
            }
            if (end < limit) {
                position = end + 1;
                return finished(line, tooLong);
            }
            position = end;
        }
    }

    private boolean broken;

    private @Nullable Result brokenOff(ByteArrayOutputStream line, IOException cause) {
        if (broken) {
            return null;
        }
        broken = true;
        return new Result.BrokenOff(line.toString(StandardCharsets.UTF_8), String.valueOf(cause.getMessage()));
    }

    private static Result finished(ByteArrayOutputStream line, boolean tooLong) {
        String text = line.toString(StandardCharsets.UTF_8);
        if (tooLong) {
            return new Result.TooLong(text);
        }
        return new Result.Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** The number of the line that {@link #next} returned last, from 1. */
    long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
