package org.assay.ingest.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The entries of all files by time; where times are equal, by the files' names, and within a file as they stand. */
final class MergedItems implements Closeable {

    private final Path folder;
    private final Recogniser recogniser;
    private final ArrayDeque<RecordingCatalogue.DatedFile> waiting;
    private final PriorityQueue<Head> open = new PriorityQueue<>(
            Comparator.<Head>comparingLong(head -> head.item().timeUs())
                    .thenComparing(head -> head.item().file()));

    MergedItems(Path folder, RecordingCatalogue catalogue, Recogniser recogniser) {
        this.folder = folder;
        this.recogniser = recogniser;
        this.waiting = new ArrayDeque<>(catalogue.files());
    }

    /** The next entry; null at the end. */
    @Nullable
    RecordedItem next() throws IOException {
        while (!waiting.isEmpty()
                && (open.isEmpty()
                        || waiting.getFirst().firstUs() <= open.element().item().timeUs())) {
            RecordingCatalogue.DatedFile dated = waiting.removeFirst();
            advance(new ItemReader(dated.recording(), folder, recogniser, dated.firstUs()));
        }
        Head earliest = open.poll();
        if (earliest == null) {
            return null;
        }
        advance(earliest.reader());
        return earliest.item();
    }

    @Override
    public void close() throws IOException {
        for (Head head : open) {
            head.reader().close();
        }
    }

    private void advance(ItemReader reader) throws IOException {
        RecordedItem item = reader.next();
        if (item == null) {
            reader.close();
        } else {
            open.add(new Head(reader, item));
        }
    }

    private record Head(ItemReader reader, RecordedItem item) {}
}
