package org.assay.ingest.replay;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assay.ingest.recording.EntryReader;
import org.assay.ingest.recording.RecordedEntry;
import org.assay.ingest.recording.Recording;
import org.assay.ingest.replay.RecordedItem.Belonging;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.worker.VenueWorker;
import org.jspecify.annotations.Nullable;

/** Reads one file of a recording and says of each entry when it was and which connection it belongs to. */
final class ItemReader implements Closeable {

    private final EntryReader entries;
    private final String file;
    private final Recogniser recogniser;
    private final EventTime eventTime = new EventTime();
    private final Map<String, Belonging> belongings = new HashMap<>();
    private int opened;
    private long timeUs;
    private @Nullable VenueAdapter lastRecognised;

    /** @param startUs the time of entries before the first that has one */
    ItemReader(Recording recording, Path folder, Recogniser recogniser, long startUs) throws IOException {
        this.entries = recording.open();
        this.file = nameOf(recording, folder);
        this.recogniser = recogniser;
        this.timeUs = startUs;
    }

    static String nameOf(Recording recording, Path folder) {
        return folder.relativize(recording.file()).toString().replace('\\', '/');
    }

    /** The next entry; null at the end. */
    @Nullable
    RecordedItem next() throws IOException {
        RecordedEntry entry = entries.next();
        return switch (entry) {
            case null -> null;
            case RecordedEntry.Connected connected -> {
                opened++;
                yield item(entry, connected.at(), belonging(connected.address()));
            }
            case RecordedEntry.Closed closed -> item(entry, closed.at(), belonging(closed.address()));
            case RecordedEntry.Received received -> received(received);
            case RecordedEntry.Sent sent -> item(entry, sent.at(), null);
            case RecordedEntry.Answer answer -> item(entry, answer.at(), null);
            case RecordedEntry.Damaged ignored -> item(entry, null, null);
        };
    }

    String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private RecordedItem received(RecordedEntry.Received received) {
        URI address = received.address();
        Belonging belonging = address == null ? belonging(received.text()) : belonging(address);
        VenueAdapter adapter = belonging.adapter();
        if (received.at() == null && adapter != null) {
            timeUs = Math.max(timeUs, eventTime.of(adapter, received.text()));
        }
        return item(received, received.at(), belonging);
    }

    private RecordedItem item(RecordedEntry entry, @Nullable Instant at, @Nullable Belonging belonging) {
        if (at != null) {
            timeUs = Math.max(timeUs, VenueWorker.micros(at));
        }
        return new RecordedItem(entry, timeUs, file, entries.lineNumber(), belonging);
    }

    /** Our own recordings tell connections apart by the address's fragment; in others a file has one at a time. */
    private Belonging belonging(URI address) {
        String fragment = address.getFragment();
        String id = fragment == null ? file + "#" + opened : address.toString();
        return belongings.computeIfAbsent(id + " " + address, key -> {
            Recogniser.Verdict verdict = recogniser.socket(address);
            String session = fragment == null ? file : fragment.substring(0, Math.max(0, fragment.indexOf('-')));
            return new Belonging(id, session, verdict.adapter(), verdict.reason());
        });
    }

    private Belonging belonging(String text) {
        VenueAdapter adapter = recogniser.frame(text, lastRecognised).orElse(null);
        if (adapter == null) {
            return belongings.computeIfAbsent(
                    "", key -> new Belonging(file + "#", file, null, "frames that no adapter recognises"));
        }
        lastRecognised = adapter;
        String id = file + "#" + adapter.venue();
        return belongings.computeIfAbsent(id, key -> new Belonging(id, id, adapter, ""));
    }
}
