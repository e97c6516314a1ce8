package org.assay.ingest.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.assay.events.v1.Gap;
import org.assay.events.v1.StreamPosition;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.SequenceRule;
import org.assay.ingest.venue.VenueTrade;

/**
 * Finds where trades of a venue's markets may be missing, and keeps the open gaps. Not thread safe: the worker's lock
 * guards it. All times are microseconds since the epoch.
 */
public final class GapDetector {

    /** How long a jump of the ids is given to turn out as a change of order. */
    private static final long REORDER_US = 500_000;
    /** A trade in flight when the connection died: the gap starts a little before the last sign of life. */
    private static final long IN_FLIGHT_US = 2_000_000;
    /** Ids that go back for this long have been restarted by the venue. */
    private static final long ID_RESET_US = 60_000_000;

    private final SequenceRule rule;
    private final GapJournal journal;
    private final Map<String, TradeTrack> tracks = new TreeMap<>();
    private long found;

    public GapDetector(SequenceRule rule, GapJournal journal) {
        this.rule = rule;
        this.journal = journal;
    }

    /** Takes up a market where an earlier worker left it. */
    public void restore(VenueMarket market, StreamPosition position, long nowUs) {
        TradeTrack track = track(market);
        track.everLive = true;
        track.lastId = position.getTradeId();
        track.lastSequence = position.hasSequence() ? OptionalLong.of(position.getSequence()) : OptionalLong.empty();
        track.lastTimeUs = position.getEventTimeUs();
        for (Gap gap : position.getOpenGapsList()) {
            // All of it is asked for again; what the earlier worker found would count twice.
            OpenGap open =
                    new OpenGap(market, gap.toBuilder().setFilledTrades(0).build(), true);
            track.gaps.add(open);
            if (gap.hasToUs()) {
                open.dueUs = nowUs;
            } else {
                track.outage = open;
            }
        }
        if (track.outage == null) {
            long from = Math.max(position.getEventTimeUs(), position.getAtUs() - IN_FLIGHT_US);
            openOutage(track, Gap.Cause.CAUSE_RESTART, from, nowUs);
        }
    }

    /** A trade of the live stream. */
    public Verdict accept(VenueMarket market, VenueTrade trade, long nowUs) {
        TradeTrack track = track(market);
        if (!track.recent.add(trade.tradeId())) {
            return Verdict.DUPLICATE;
        }
        if (!track.live) {
            up(market, Math.min(nowUs, trade.eventTimeUs()), nowUs);
        }
        OpenGap unbounded = track.unbounded;
        if (unbounded != null) {
            track.unbounded = null;
            bound(unbounded, trade, nowUs);
        } else if (rule == SequenceRule.CONTIGUOUS) {
            checkSequence(track, trade, nowUs);
        }
        return track.advance(trade) ? Verdict.NEWEST : Verdict.LATE;
    }

    /**
     * A trade from before the subscription.
     *
     * @return whether it lies in the gap that the subscription ended, and is new
     */
    public boolean acceptPast(VenueMarket market, VenueTrade trade) {
        TradeTrack track = track(market);
        OpenGap gap = track.unbounded != null ? track.unbounded : track.outage;
        if (gap == null || !GapRecords.isAfterStart(gap.record, trade) || !track.recent.add(trade.tradeId())) {
            return false;
        }
        gap.found(trade);
        return true;
    }

    /** A past trade of a recording, where no history can be asked for: every one counts that is new. */
    public boolean acceptRecordedPast(VenueMarket market, VenueTrade trade) {
        TradeTrack track = track(market);
        if (!track.recent.add(trade.tradeId())) {
            return false;
        }
        if (track.lastId.isEmpty()) {
            track.become(trade);
        }
        return true;
    }

    /** A trade from the venue's history. False when it is known already or lies outside the gap. */
    public boolean acceptBackfill(OpenGap gap, VenueTrade trade) {
        if (gap.closed || !GapRecords.isAfterStart(gap.record, trade) || !GapRecords.isBeforeEnd(gap.record, trade)) {
            return false;
        }
        TradeTrack track = track(gap.market());
        if (!track.recent.add(trade.tradeId())) {
            return false;
        }
        if (track.unbounded == gap) {
            track.advance(trade);
        }
        return gap.found(trade);
    }

    /** The venue says that the market's last trade had this number. */
    public void lastSequence(VenueMarket market, long sequence, long nowUs) {
        TradeTrack track = track(market);
        if (rule != SequenceRule.CONTIGUOUS || !track.live || track.lastSequence.isEmpty()) {
            return;
        }
        long last = track.lastSequence.getAsLong();
        OpenGap unbounded = track.unbounded;
        if (unbounded != null) {
            if (sequence == last) {
                close(unbounded, Gap.Status.STATUS_EMPTY, "", nowUs);
            }
            return;
        }
        if (sequence > last) {
            Gap loss = GapRecords.opened(track, Gap.Cause.CAUSE_SEQUENCE, track.lastTimeUs, nowUs)
                    .setToUs(Math.max(nowUs, track.lastTimeUs + 1))
                    .setToSequence(sequence + 1)
                    .setMissing(sequence - last)
                    .build();
            track.gaps.add(new OpenGap(market, loss, false));
            track.lastSequence = OptionalLong.of(sequence);
        }
    }

    /** The market's trade stream is live as of {@code liveUs}. */
    public void up(VenueMarket market, long liveUs, long nowUs) {
        TradeTrack track = track(market);
        track.live = true;
        track.everLive = true;
        OpenGap outage = track.outage;
        if (outage == null) {
            return;
        }
        track.outage = null;
        track.unbounded = outage;
        outage.record = outage.record.toBuilder()
                .setToUs(Math.max(liveUs, outage.record.getFromUs() + 1))
                .build();
        outage.dueUs = nowUs + GapRecords.HISTORY_LAG_US;
        write(outage);
    }

    /** The market's trade stream was lost; {@code lastHeardUs} is the connection's last sign of life. */
    public void down(VenueMarket market, Gap.Cause cause, long lastHeardUs, long nowUs) {
        TradeTrack track = track(market);
        track.live = false;
        if (track.outage != null || !track.everLive) {
            return;
        }
        OpenGap unbounded = track.unbounded;
        if (unbounded != null && !unbounded.closed) {
            // Lost again before the first trade: it is one gap.
            track.unbounded = null;
            track.outage = unbounded;
            unbounded.generation++;
            unbounded.dueUs = Long.MAX_VALUE;
            unbounded.record = unbounded.record.toBuilder().clearToUs().build();
            write(unbounded);
            return;
        }
        openOutage(track, cause, Math.max(track.lastTimeUs, Math.min(lastHeardUs, nowUs) - IN_FLIGHT_US), nowUs);
    }

    /** Forgets a market's stream, which is no gap: its recording has ended, or it is no longer wanted. */
    public void end(VenueMarket market, String reason, long nowUs) {
        TradeTrack track = tracks.get(market.symbol());
        if (track != null) {
            abandon(track, reason, nowUs);
            tracks.remove(market.symbol());
        }
    }

    /** Publishes the jumps that did not turn out as a change of order. */
    public void tick(long nowUs) {
        for (TradeTrack track : tracks.values()) {
            for (OpenGap gap : track.gaps) {
                if (!gap.announced && gap.record.getFoundAtUs() + REORDER_US <= nowUs) {
                    announce(gap);
                    gap.dueUs = nowUs + REORDER_US;
                }
            }
            track.gaps.removeIf(gap -> gap.settled);
        }
    }

    /** The gaps whose filling is to be tried now; each counts as running until closed or {@link #retry retried}. */
    public List<OpenGap> takeDue(long nowUs) {
        List<OpenGap> due = new ArrayList<>();
        for (TradeTrack track : tracks.values()) {
            for (OpenGap gap : track.gaps) {
                if (gap.announced && !gap.running && !gap.closed && gap.record.hasToUs() && gap.dueUs <= nowUs) {
                    gap.running = true;
                    gap.attempts++;
                    due.add(gap);
                }
            }
        }
        return due;
    }

    /** Whether the gap is still what it was when its filling began. */
    public boolean isCurrent(OpenGap gap, int generation) {
        return !gap.closed && gap.generation == generation;
    }

    /** Puts a gap back whose filling did not come to an end. */
    public void retry(OpenGap gap, long dueUs) {
        gap.running = false;
        if (gap.record.hasToUs()) {
            gap.dueUs = dueUs;
        }
    }

    /** Ends a gap. */
    public void close(OpenGap gap, Gap.Status status, String reason, long nowUs) {
        if (gap.closed) {
            return;
        }
        gap.closed = true;
        gap.running = false;
        TradeTrack track = track(gap.market());
        boolean byTrades = status == Gap.Status.STATUS_FILLED_BY_TRADES || status == Gap.Status.STATUS_EMPTY;
        if (track.unbounded == gap) {
            track.unbounded = null;
            if (!byTrades) {
                // The loss up to here is known; the next trade starts the count anew.
                track.lastSequence = OptionalLong.empty();
            }
        }
        gap.record = gap.record.toBuilder()
                .setStatus(status)
                .setReason(reason)
                .setClosedAtUs(nowUs)
                .build();
        if (gap.announced) {
            journal.write(gap.market(), gap.record, () -> gap.settled = true);
        } else {
            gap.settled = true;
        }
    }

    /** Whether the market's trade stream is live. */
    public boolean isLive(VenueMarket market) {
        TradeTrack track = tracks.get(market.symbol());
        return track != null && track.live;
    }

    /** The gaps of a market that the next worker would have to continue. */
    public List<Gap> unsettled(VenueMarket market) {
        TradeTrack track = tracks.get(market.symbol());
        if (track == null || track.gaps.isEmpty()) {
            return List.of();
        }
        return track.gaps.stream()
                .filter(gap -> !gap.settled)
                .map(gap -> gap.record.toBuilder()
                        .setStatus(Gap.Status.STATUS_OPEN)
                        .clearClosedAtUs()
                        .build())
                .toList();
    }

    /** Gaps published and not closed. */
    public long openGaps() {
        return tracks.values().stream()
                .flatMap(track -> track.gaps.stream())
                .filter(gap -> gap.announced && !gap.closed)
                .count();
    }

    /** Gaps published since the start. */
    public long foundGaps() {
        return found;
    }

    /** Ends all gaps, because nothing more is to come that could fill them. */
    public void abandon(String reason, long nowUs) {
        tracks.values().forEach(track -> abandon(track, reason, nowUs));
    }

    private void abandon(TradeTrack track, String reason, long nowUs) {
        for (OpenGap gap : track.gaps) {
            if (gap.closed) {
                continue;
            }
            if (!gap.announced) {
                announce(gap);
            }
            if (!gap.record.hasToUs()) {
                gap.record = gap.record.toBuilder()
                        .setToUs(Math.max(nowUs, gap.record.getFromUs() + 1))
                        .build();
            }
            close(gap, Gap.Status.STATUS_UNFILLABLE, reason, nowUs);
        }
    }

    private TradeTrack track(VenueMarket market) {
        return tracks.computeIfAbsent(market.symbol(), symbol -> new TradeTrack(market));
    }

    private void openOutage(TradeTrack track, Gap.Cause cause, long fromUs, long nowUs) {
        OpenGap gap = new OpenGap(
                track.market, GapRecords.opened(track, cause, fromUs, nowUs).build(), false);
        track.outage = gap;
        track.gaps.add(gap);
        announce(gap);
    }

    private void checkSequence(TradeTrack track, VenueTrade trade, long nowUs) {
        OptionalLong sequence = trade.sequence();
        if (sequence.isEmpty() || track.lastSequence.isEmpty()) {
            return;
        }
        long first = sequence.getAsLong() - trade.executions() + 1;
        long last = track.lastSequence.getAsLong();
        if (first > last + 1) {
            Gap jump = GapRecords.opened(track, Gap.Cause.CAUSE_SEQUENCE, track.lastTimeUs, nowUs)
                    .setToUs(Math.max(trade.eventTimeUs(), track.lastTimeUs + 1))
                    .setToTradeId(trade.tradeId())
                    .setToSequence(sequence.getAsLong())
                    .setMissing(first - last - 1)
                    .build();
            track.gaps.add(new OpenGap(track.market, jump, false));
        } else if (first <= last) {
            creditLate(track, trade, nowUs);
        }
    }

    /** A trade that comes out of order may be what a gap misses. */
    private void creditLate(TradeTrack track, VenueTrade trade, long nowUs) {
        for (OpenGap gap : List.copyOf(track.gaps)) {
            if (gap.closed
                    || !gap.record.hasMissing()
                    || !GapRecords.isAfterStart(gap.record, trade)
                    || !GapRecords.isBeforeEnd(gap.record, trade)) {
                continue;
            }
            gap.found(trade);
            if (gap.record.getFilledTrades() >= gap.record.getMissing()) {
                close(gap, Gap.Status.STATUS_FILLED_BY_TRADES, "", nowUs);
            }
            return;
        }
        if (trade.eventTimeUs() > track.lastTimeUs + ID_RESET_US) {
            track.become(trade);
        }
    }

    private void bound(OpenGap gap, VenueTrade trade, long nowUs) {
        Gap.Builder bounded = gap.record.toBuilder().setToTradeId(trade.tradeId());
        trade.sequence().ifPresent(bounded::setToSequence);
        if (rule == SequenceRule.CONTIGUOUS && trade.sequence().isPresent() && bounded.hasFromSequence()) {
            long missing = trade.sequence().getAsLong() - trade.executions() - bounded.getFromSequence();
            bounded.setMissing(Math.max(0, missing));
        }
        gap.record = bounded.build();
        if (gap.record.hasMissing() && gap.record.getMissing() == 0) {
            close(gap, Gap.Status.STATUS_EMPTY, "", nowUs);
        } else {
            write(gap);
        }
    }

    private void announce(OpenGap gap) {
        gap.announced = true;
        found++;
        write(gap);
    }

    private void write(OpenGap gap) {
        if (gap.announced && !gap.closed) {
            journal.write(gap.market(), gap.record, () -> {});
        }
    }
}
