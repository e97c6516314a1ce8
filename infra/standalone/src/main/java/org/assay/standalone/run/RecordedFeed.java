package org.assay.standalone.run;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.ingest.IngestService;
import org.assay.ingest.replay.ReplayClock;
import org.assay.ingest.replay.ReplayReport;
import org.assay.ingest.replay.ReplayReport.UnsupportedSource;
import org.assay.ingest.replay.ReplayReport.VenueReport;
import org.assay.ingest.replay.ReplaySpeed;
import org.assay.signals.sink.SinkProgress;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings market data in from recordings, on the recording's own clock, and waits until all of it is stored. */
final class RecordedFeed {

    /**
     * What comes of a replay depends on the recording alone: not on this machine's clock, and not on how far apart the
     * recordings of one folder lie. Recordings are of minutes or hours; there is nothing to rate.
     */
    static final Map<String, Object> SETTINGS = Map.of(
            "assay.signals.candles.close-by-wall-clock", false,
            "assay.signals.candles.retention", "0s",
            "assay.signals.retention.enabled", false,
            "assay.signals.rating.enabled", false);

    private static final Logger LOG = LoggerFactory.getLogger(RecordedFeed.class);
    /** Sources left out that the terminal names; a folder may hold hundreds. */
    private static final int SHOWN = 12;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Source.Recorded source;
    private final ReplayClock clock;
    private final Progress progress;

    RecordedFeed(Source.Recorded source, ReplayClock clock, Progress progress) {
        this.source = source;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Replays the recordings and tells what they came to.
     *
     * @param signals stores what comes through
     * @throws Refusal when the recordings cannot be read, or do not come through
     */
    void run(Map<String, Object> settings, ApplicationContext signals) throws InterruptedException {
        progress.starting("replay of " + source.frames());
        long began = System.nanoTime();
        ReplayReport report = replay(settings);
        if (!signals.getBean(SinkProgress.class).awaitCaughtUp(PATIENCE)) {
            throw new Refusal(
                    Reason.NOT_STARTED,
                    "the replay has not come through to Postgres within " + PATIENCE.toMinutes() + " min",
                    "see the log for what holds it up");
        }
        progress.ready("replay", Duration.ofNanos(System.nanoTime() - began));
        tell(report);
    }

    private ReplayReport replay(Map<String, Object> settings) throws InterruptedException {
        ReplaySpeed speed =
                switch (source.speed()) {
                    case RECORDED -> ReplaySpeed.RECORDED;
                    case MAX -> ReplaySpeed.MAX;
                };
        try {
            return IngestService.replay(settings, source.frames(), speed, clock);
        } catch (IOException e) {
            throw new Refusal(
                    Reason.NOT_STARTED,
                    "cannot read the recordings in " + source.frames() + " (" + e + ")",
                    "name a folder of recordings with --replay DIR");
        }
    }

    private void tell(ReplayReport report) {
        progress.line(
                "replayed  %-10s %12s %12s %8s %13s".formatted("venue", "frames", "trades", "gaps", "dead letters"));
        for (VenueReport venue : report.venues()) {
            progress.line(String.format(
                    Locale.ROOT,
                    "replayed  %-10s %12d %12d %8d %13d",
                    venue.venue(),
                    venue.frames(),
                    venue.trades(),
                    venue.gaps(),
                    venue.deadLetters()));
        }
        List<UnsupportedSource> leftOut = report.unsupported();
        for (UnsupportedSource left : leftOut) {
            LOG.info("Left out {}: {} ({} lines)", left.source(), left.reason(), left.lines());
        }
        for (UnsupportedSource left : leftOut.subList(0, Math.min(SHOWN, leftOut.size()))) {
            progress.line("left out  " + left.source() + ": " + left.reason() + " (" + left.lines() + " lines)");
        }
        if (leftOut.size() > SHOWN) {
            progress.line("left out  and " + (leftOut.size() - SHOWN) + " more files; the log names each");
        }
    }
}
