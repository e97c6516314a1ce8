package org.assay.ratings.panel;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a CSV file, plain or gzip (told by its first bytes), with the hash of the file. */
final class CsvFile implements Closeable {

    private static final int LONGEST_LINE = 1 << 20;

    private final String name;
    private final DigestInputStream raw;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private int next;
    private int limit;
    private int row;

    private CsvFile(String name, DigestInputStream raw, InputStream in) {
        this.name = name;
        this.raw = raw;
        this.in = in;
    }

    static CsvFile open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            DigestInputStream raw = new DigestInputStream(
                    new BufferedInputStream(Files.newInputStream(file), 1 << 16), MessageDigest.getInstance("SHA-256"));
            return new CsvFile(name, raw, content(name, raw));
        } catch (NoSuchFileException e) {
            throw new PanelException(PanelException.Code.UNREADABLE, name, 0, "there is no such file");
        } catch (IOException e) {
            throw new PanelException(PanelException.Code.UNREADABLE, name, 0, "cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream content(String name, DigestInputStream raw) throws IOException {
        raw.on(false);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        raw.on(true);
        if (gzip) {
            return new GZIPInputStream(raw, 1 << 16);
        }
        if (name.endsWith(".gz") && raw.available() > 0) {
            raw.close();
            throw new PanelException(PanelException.Code.NOT_GZIP, name, 0, "is called .gz and is not gzip");
        }
        return raw;
    }

    /** Moves on to the next line that is not blank; false at the end. */
    boolean next() {
        while (line()) {
            row++;
            if (row == 1 && end - start >= 3 && isByteOrderMark()) {
                start += 3;
            }
            if (end > start && buffer[end - 1] == '\r') {
                end--;
            }
            if (end > start) {
                return true;
            }
        }
        return false;
    }

    private boolean isByteOrderMark() {
        return buffer[start] == (byte) 0xef && buffer[start + 1] == (byte) 0xbb && buffer[start + 2] == (byte) 0xbf;
    }

    private boolean line() {
        start = next;
        int position = next;
        while (true) {
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            if (position < limit) {
                end = position;
                next = position + 1;
                return true;
            }
            int searched = position - start;
            if (!fill()) {
                end = limit;
                next = limit;
                return end > start;
            }
            position = start + searched;
        }
    }

    private boolean fill() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (limit >= LONGEST_LINE) {
                throw new PanelException(PanelException.Code.BAD_ROW, name, row + 1, "the line is longer than 1 MiB");
            }
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(0, read);
            return read > 0;
        } catch (EOFException | ZipException e) {
            throw new PanelException(
                    PanelException.Code.NOT_GZIP, name, row + 1, "the gzip content is damaged or ends too early");
        } catch (IOException e) {
            throw new PanelException(
                    PanelException.Code.UNREADABLE, name, row + 1, "cannot be read: " + e.getMessage());
        }
    }

    String name() {
        return name;
    }

    /** The line's number, from 1. */
    int row() {
        return row;
    }

    boolean split(CsvLine line) {
        return line.split(buffer, start, end);
    }

    /** The hash of all bytes read so far: of the file, once {@link #next()} gave false. */
    String sha256() {
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new PanelException(PanelException.Code.UNREADABLE, name, 0, "cannot be closed: " + e.getMessage());
        }
    }
}
