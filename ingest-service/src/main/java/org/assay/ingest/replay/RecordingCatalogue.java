package org.assay.ingest.replay;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.ingest.recording.RecordedEntry;
import org.assay.ingest.recording.Recording;
import org.assay.ingest.replay.RecordedItem.Belonging;
import org.assay.ingest.replay.ReplayReport.UnsupportedSource;
import org.assay.ingest.venue.VenueAdapter;

/**
 * What lies in a folder of recordings: a first reading of all files, so that instrument lists are known before the first
 * frame, and each connection's end before its beginning.
 */
final class RecordingCatalogue {

    private final Path folder;
    private final Recogniser recogniser;
    private final List<DatedFile> files = new ArrayList<>();
    private final Map<String, RecordedConnection> connections = new LinkedHashMap<>();
    private final Map<String, List<DatedAnswer>> listings = new HashMap<>();
    private final Map<Unread, Long> unread =
            new TreeMap<>(Comparator.comparing(Unread::file).thenComparing(Unread::reason));
    private final Map<String, VenueAdapter> fileAdapters = new HashMap<>();

    /** A file and the first time in it. */
    record DatedFile(Recording recording, String name, long firstUs) {}

    /** A recorded answer to a REST request. */
    record DatedAnswer(long timeUs, RecordedEntry.Answer answer) {}

    private record Unread(String file, String reason) {}

    private RecordingCatalogue(Path folder, Recogniser recogniser) {
        this.folder = folder;
        this.recogniser = recogniser;
    }

    /** Reads all recordings under a folder. */
    static RecordingCatalogue read(Path folder, Recogniser recogniser) throws IOException {
        RecordingCatalogue catalogue = new RecordingCatalogue(folder, recogniser);
        for (Recording recording : Recording.findIn(folder)) {
            catalogue.scan(recording);
        }
        return catalogue;
    }

    /** The files, by the time of their first entries. */
    List<DatedFile> files() {
        return files.stream()
                .sorted(Comparator.comparingLong(DatedFile::firstUs).thenComparing(DatedFile::name))
                .toList();
    }

    Map<String, RecordedConnection> connections() {
        return connections;
    }

    /** The connections that a venue's adapter reads. */
    List<RecordedConnection> connections(String venue) {
        return connections.values().stream()
                .filter(connection -> connection.adapter().venue().equals(venue))
                .toList();
    }

    /** A venue's recorded instrument lists, oldest first. */
    List<DatedAnswer> listings(String venue) {
        return listings.getOrDefault(venue, List.of()).stream()
                .sorted(Comparator.comparingLong(DatedAnswer::timeUs))
                .toList();
    }

    /** The venue of a file's frames; null when none of them is read. */
    Map<String, VenueAdapter> fileAdapters() {
        return fileAdapters;
    }

    List<UnsupportedSource> unsupported() {
        List<UnsupportedSource> sources = new ArrayList<>();
        unread.forEach((what, count) -> sources.add(new UnsupportedSource(what.file(), what.reason(), count)));
        return sources;
    }

    private void scan(Recording recording) throws IOException {
        String name = ItemReader.nameOf(recording, folder);
        long firstUs = 0;
        try (ItemReader reader = new ItemReader(recording, folder, recogniser, 0)) {
            for (RecordedItem item = reader.next(); item != null; item = reader.next()) {
                if (firstUs == 0) {
                    firstUs = item.timeUs();
                }
                note(item);
            }
        } catch (EOFException e) {
            unread.merge(new Unread(name, "a packed file without content"), 1L, Long::sum);
            return;
        }
        files.add(new DatedFile(recording, name, firstUs));
    }

    private void note(RecordedItem item) {
        if (item.entry() instanceof RecordedEntry.Answer answer) {
            recogniser.listings(answer.request()).ifPresent(adapter -> listings.computeIfAbsent(
                            adapter.venue(), venue -> new ArrayList<>())
                    .add(new DatedAnswer(item.timeUs(), answer)));
            return;
        }
        Belonging belonging = item.connection();
        if (belonging == null) {
            return;
        }
        VenueAdapter adapter = belonging.adapter();
        if (adapter != null) {
            fileAdapters.putIfAbsent(item.file(), adapter);
            connections
                    .computeIfAbsent(belonging.id(), id -> new RecordedConnection(id, belonging.session(), adapter))
                    .seen(item.timeUs());
        } else if (item.entry() instanceof RecordedEntry.Received) {
            unread.merge(new Unread(item.file(), belonging.reason()), 1L, Long::sum);
        }
    }
}
