package org.assay.ingest.replay;

import java.util.List;

/**
 * What a replay came to.
 *
 * @param venues by id
 * @param unsupported sources that no adapter reads
 */
public record ReplayReport(List<VenueReport> venues, List<UnsupportedSource> unsupported) {

    public ReplayReport {
        venues = List.copyOf(venues);
        unsupported = List.copyOf(unsupported);
    }

    /**
     * One venue's share.
     *
     * @param frames given to the adapter
     * @param trades published
     * @param duplicates trades that came again
     * @param quotes read
     * @param gaps found
     * @param deadLetters payloads that could not be read, damaged lines among them
     * @param ignored frames, or parts of them, of a kind or market that is not needed
     */
    public record VenueReport(
            String venue,
            long frames,
            long trades,
            long duplicates,
            long quotes,
            long gaps,
            long deadLetters,
            long ignored) {}

    /**
     * A source that is left out.
     *
     * @param source a file, or a file and an address
     * @param lines how many lines of it
     */
    public record UnsupportedSource(String source, String reason, long lines) {}
}
