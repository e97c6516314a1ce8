package org.assay.ingest.recording;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one recording, in the order of the file. Never gives up on a file: what cannot be read becomes a
 * {@link RecordedEntry.Damaged}.
 */
public final class EntryReader implements AutoCloseable {

    private static final int EXCERPT = 2_000;
    private static final int MAX_VALUE_CHARS = 64 << 20;

    private final LineReader lines;
    private final Deque<RecordedEntry> ready = new ArrayDeque<>();
    private @Nullable URI socket;
    private @Nullable Pending pending;

    EntryReader(LineReader lines) {
        this.lines = lines;
    }

    /** The next entry; null at the end. */
    public @Nullable RecordedEntry next() throws IOException {
        while (ready.isEmpty()) {
            LineReader.Result result = lines.next();
            if (result == null) {
                breakOffPending();
                return ready.poll();
            }
            switch (result) {
                case LineReader.Result.Line line -> add(line.text());
                case LineReader.Result.TooLong tooLong ->
                    damaged("oversized", "line longer than " + LineReader.MAX_LINE_BYTES + " bytes", tooLong.start());
                case LineReader.Result.BrokenOff brokenOff ->
                    damaged("truncated", "the packed file breaks off: " + brokenOff.reason(), brokenOff.start());
            }
        }
        return ready.poll();
    }

    /** The line, in the unpacked file and from 1, up to which it has been read. */
    public long lineNumber() {
        return lines.lineNumber();
    }

    private void add(String line) {
        Pending open = pending;
        if (open != null && !startsAnew(line)) {
            open.add(line);
            finishPending(open);
            return;
        }
        breakOffPending();
        switch (LineForm.parse(line, socket)) {
            case LineForm.Parsed.Entry parsed -> emit(parsed.entry());
            case LineForm.Parsed.Json json -> {
                Pending started = new Pending(json, lines.lineNumber());
                pending = started;
                finishPending(started);
            }
            case LineForm.Parsed.Skip skipped -> {}
            case LineForm.Parsed.Unreadable unreadable -> damaged("unreadable", "no known form of line", line);
        }
    }

    /** Whether a line within an unfinished value shows that the value was cut: it starts with a time or a direction. */
    private boolean startsAnew(String line) {
        return switch (LineForm.parse(line, socket)) {
            case LineForm.Parsed.Entry parsed -> true;
            case LineForm.Parsed.Json json -> json.sent() || line.startsWith("<");
            case LineForm.Parsed.Skip skipped -> false;
            case LineForm.Parsed.Unreadable unreadable -> false;
        };
    }

    private void finishPending(Pending value) {
        if (value.balance.isComplete()) {
            pending = null;
            String text = value.text.toString();
            emit(
                    value.sent
                            ? new RecordedEntry.Sent(socket, value.at, text)
                            : OwnForm.parse(text)
                                    .or(() -> Wrapper.unwrap(text, socket))
                                    .orElseGet(() -> new RecordedEntry.Received(socket, value.at, text)));
        } else if (value.text.length() > MAX_VALUE_CHARS) {
            pending = null;
            damaged("oversized", "value longer than " + MAX_VALUE_CHARS + " characters", value.text.toString());
        }
    }

    private void breakOffPending() {
        Pending value = pending;
        if (value != null) {
            pending = null;
            ready.add(new RecordedEntry.Damaged(
                    value.line, "truncated", "the value does not end", excerpt(value.text.toString())));
        }
    }

    private void emit(RecordedEntry entry) {
        if (entry instanceof RecordedEntry.Connected connected) {
            socket = connected.address();
        }
        ready.add(entry);
    }

    private void damaged(String code, String reason, String text) {
        ready.add(new RecordedEntry.Damaged(lines.lineNumber(), code, reason, excerpt(text)));
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static final class Pending {
        private final boolean sent;
        private final @Nullable Instant at;
        private final long line;
        private final StringBuilder text = new StringBuilder();
        private final JsonBalance balance = new JsonBalance();

        Pending(LineForm.Parsed.Json json, long line) {
            this.sent = json.sent();
            this.at = json.at();
            this.line = line;
            text.append(json.text());
            balance.add(json.text());
        }

        void add(String piece) {
            text.append('\n').append(piece);
            balance.add("\n");
            balance.add(piece);
        }
    }
}
