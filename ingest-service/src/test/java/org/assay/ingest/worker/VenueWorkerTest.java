package org.assay.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Gap;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.ingest.fake.FakeVenue;
import org.assay.ingest.fake.Published;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.market.MarketLookup;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.venue.SequenceRule;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueTrade;
import org.assay.testkit.clock.StubClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VenueWorkerTest {

    private static final StreamStatus CONNECTED = new StreamStatus(1, 4, 0, 0, 0, true);
    private static final String ETH = "ETH-USDT";
    private static final String CONVERSION = "USDT-USD";

    private final StubClock clock = StubClock.at("2026-03-01T12:00:00Z");
    private final long start = VenueWorker.micros(clock.instant());
    private final Published published = new Published();
    private final MarketResolver resolver =
            new MarketResolver(TokenDirectory.bundled(), List.of("USD", "USDT"), Published.PARTITIONS);
    private final Markets markets = new Markets(resolver);
    private final VenueWorker worker =
            new VenueWorker(new FakeVenue(SequenceRule.CONTIGUOUS), markets, published.publisher(), clock, false);

    @Test
    void aTradeIsPublishedUnderItsTokensKeyWithBothTimes() {
        read("T ETH-USDT 7 3120.40 0.5 " + (start - 300));

        Trade trade = published.trades().getFirst();
        assertThat(trade.getMarket().getBaseToken()).isEqualTo("ethereum");
        assertThat(trade.getMarket().getQuoteToken()).isEqualTo("tether");
        assertThat(trade.getPrice()).isEqualTo("3120.40");
        assertThat(trade.getAmount()).isEqualTo("0.5");
        assertThat(trade.getEventTimeUs()).isEqualTo(start - 300);
        assertThat(trade.getReceivedAtUs()).isEqualTo(start);
        assertThat(new String(published.records().getFirst().key(), StandardCharsets.UTF_8))
                .isEqualTo("ethereum");
        assertThat(published.records().getFirst().partition()).isEqualTo(resolver.partitionOf("ethereum"));
    }

    @Test
    void aTradeThatComesTwiceIsPublishedOnce() {
        read("T ETH-USDT 7 3120 1 " + start);
        read("T ETH-USDT 7 3120 1 " + start);

        assertThat(published.trades()).hasSize(1);
        assertThat(worker.stats().duplicates).hasValue(1);
    }

    @Test
    void garbageBecomesADeadLetterAndTheStreamGoesOn() {
        read("{\"half\":");
        read("T ETH-USDT 1 3120 1 " + start);

        assertThat(published.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getCode()).isEqualTo("malformed_json");
            assertThat(letter.getPayload()).isEqualTo("{\"half\":");
            assertThat(letter.getSourceUrl()).isEqualTo("test");
        });
        assertThat(published.trades()).hasSize(1);
    }

    @Test
    void everyPartitionIsTickedAndHearsTheConversionTrades() {
        markets.stream(ETH, CONVERSION);
        read("T USDT-USD 1 0.999 100 " + start);
        read("T USDT-USD 2 1.001 300 " + start);
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);

        for (int partition = 0; partition < Published.PARTITIONS; partition++) {
            Tick tick = published.ticks(partition).getFirst();
            assertThat(tick.getAtUs()).isEqualTo(start + 1_000_000);
            assertThat(tick.getConnected()).isTrue();
            assertThat(tick.getSamples(0).getPrice()).isEqualTo("1.0005");
            assertThat(tick.getSamples(0).getVolume()).isEqualTo("400");
        }
        int ofEth = resolver.partitionOf("ethereum");
        assertThat(published.ticks(ofEth).getFirst().getNotLiveList()).containsExactly(ETH);
        assertThat(published.ticks(1 - ofEth).getFirst().getNotLiveList()).isEmpty();
    }

    @Test
    void quotesAreConflatedToTwoASecondAndTheLatestIsNotLost() {
        for (int i = 0; i < 10; i++) {
            read("Q ETH-USDT 3120." + i + " 3121");
            clock.advance(Duration.ofMillis(20));
        }
        clock.advance(Duration.ofMillis(400));
        worker.releaseQuotes();

        assertThat(published.quotes()).extracting(quote -> quote.getBidPrice()).containsExactly("3120.0", "3120.9");
    }

    @Test
    void aJumpOfTheIdsIsAGapAndALateTradeIsNot() {
        markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        read("T ETH-USDT 12 3120 1 " + (start + 20));
        read("T ETH-USDT 11 3120 1 " + (start + 10));
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);
        assertThat(published.gaps()).isEmpty();

        read("T ETH-USDT 20 3120 1 " + (start + 50));
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);

        assertThat(published.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.getCause()).isEqualTo(Gap.Cause.CAUSE_SEQUENCE);
            assertThat(gap.getStatus()).isEqualTo(Gap.Status.STATUS_OPEN);
            assertThat(gap.getMissing()).isEqualTo(7);
            assertThat(gap.getFromUs()).isEqualTo(start + 20);
            assertThat(gap.getToUs()).isEqualTo(start + 50);
            assertThat(gap.getFromTradeId()).isEqualTo("12");
            assertThat(gap.getToTradeId()).isEqualTo("20");
        });
    }

    @Test
    void aHeartbeatThatIsFurtherOnThanTheTradesShowsALoss() {
        markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        read("L ETH-USDT 13");
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);

        assertThat(published.gaps()).singleElement().satisfies(gap -> assertThat(gap.getMissing())
                .isEqualTo(3));
    }

    @Test
    void aReconnectWithoutALossClosesItsGapAsEmpty() {
        VenueMarket market = markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        worker.streamDown(market, Gap.Cause.CAUSE_RECONNECT, start);
        clock.advance(Duration.ofSeconds(3));
        worker.streamUp(market);
        clock.advance(Duration.ofSeconds(1));
        read("T ETH-USDT 11 3120 1 " + (start + 4_000_000));

        List<Gap> gaps = published.gaps();
        assertThat(gaps).extracting(Gap::getStatus).last().isEqualTo(Gap.Status.STATUS_EMPTY);
        assertThat(gaps).extracting(Gap::getGapId).containsOnly(gaps.getFirst().getGapId());
        assertThat(gaps.getFirst().hasToUs()).isFalse();
        assertThat(gaps.get(1).getToUs()).isEqualTo(start + 3_000_000);
    }

    @Test
    void historyFillsAGapUpToTheFirstTradeSeenAgain() {
        OpenGap gap = reconnectBetweenTrades(10, 13);
        worker.backfill(
                gap,
                List.of(
                        FakeVenue.trade(ETH, 10, "3120", "1", start),
                        FakeVenue.trade(ETH, 11, "3121", "1", start + 1_000_000),
                        FakeVenue.trade(ETH, 12, "3122", "1", start + 2_000_000),
                        FakeVenue.trade(ETH, 13, "3120", "1", start + 3_000_000),
                        FakeVenue.trade(ETH, 14, "3120", "1", start + 4_000_000)));
        worker.closeGap(gap, gap.generation(), Gap.Status.STATUS_FILLED_BY_TRADES, "");

        assertThat(published.trades()).extracting(Trade::getTradeId).containsExactly("10", "13", "11", "12");
        assertThat(published.gaps().getLast().getFilledTrades()).isEqualTo(2);
    }

    @Test
    void tradesThatAnotherAttemptFindsAgainDoNotFillTheGapTwice() {
        OpenGap gap = reconnectBetweenTrades(10, 8_011);
        // More than are remembered by id.
        List<VenueTrade> most = IntStream.range(11, 7_000)
                .mapToObj(id -> FakeVenue.trade(ETH, id, "3121", "1", start + id))
                .toList();

        worker.backfill(gap, most);
        worker.backfill(gap, most);

        assertThat(gap.record().getMissing()).isEqualTo(8_000);
        assertThat(gap.record().getFilledTrades()).isEqualTo(most.size());
    }

    @Test
    void aWorkerThatStartsAgainGoesOnFromTheLastSafeTrade() {
        VenueMarket market = markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        worker.streamUp(market);
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);
        StreamPosition position = published.positions().getLast();
        assertThat(position.getTradeId()).isEqualTo("10");
        assertThat(position.getSequence()).isEqualTo(10);

        clock.advance(Duration.ofSeconds(30));
        Published second = new Published();
        VenueWorker next =
                new VenueWorker(new FakeVenue(SequenceRule.CONTIGUOUS), markets, second.publisher(), clock, false);
        next.restore(market, position);
        next.streamUp(market);

        Gap gap = second.gaps().getLast();
        assertThat(gap.getCause()).isEqualTo(Gap.Cause.CAUSE_RESTART);
        assertThat(gap.getFromTradeId()).isEqualTo("10");
        assertThat(gap.getToUs()).isEqualTo(start + 31_000_000);
    }

    @Test
    void aGapThatIsOpenWhenTheWorkerIsKilledIsContinuedUnderItsOwnId() {
        markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        read("T ETH-USDT 20 3120 1 " + (start + 1_000));
        clock.advance(Duration.ofSeconds(1));
        worker.tick(CONNECTED);
        Gap open = published.gaps().getLast();
        StreamPosition position = published.positions().getLast();
        assertThat(position.getTradeId()).isEqualTo("20");

        Published second = new Published();
        VenueWorker next =
                new VenueWorker(new FakeVenue(SequenceRule.CONTIGUOUS), markets, second.publisher(), clock, false);
        next.restore(markets.require(ETH), position);

        assertThat(next.takeDueGaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.record().getGapId()).isEqualTo(open.getGapId()));
    }

    @Test
    void aPastTradeBeforeTheFirstSubscriptionIsLeftToTheHistory() {
        markets.stream(ETH);
        read("P ETH-USDT 9 3120 1 " + (start - 3_600_000_000L));
        read("T ETH-USDT 10 3120 1 " + start);

        assertThat(published.trades()).extracting(Trade::getTradeId).containsExactly("10");
    }

    @Test
    void aPastTradeInTheGapThatTheSubscriptionEndedCountsAsFilled() {
        VenueMarket market = markets.stream(ETH);
        read("T ETH-USDT 10 3120 1 " + start);
        worker.streamDown(market, Gap.Cause.CAUSE_RECONNECT, start);
        clock.advance(Duration.ofSeconds(3));
        worker.streamUp(market);
        read("P ETH-USDT 12 3120 1 " + (start + 2_000_000));
        read("T ETH-USDT 13 3120 1 " + (start + 3_000_000));
        clock.advance(Duration.ofSeconds(3));
        OpenGap gap = worker.takeDueGaps().getFirst();
        worker.backfill(gap, List.of(FakeVenue.trade(ETH, 11, "3121", "1", start + 1_000_000)));

        assertThat(gap.record().getMissing()).isEqualTo(2);
        assertThat(gap.record().getFilledTrades()).isEqualTo(2);
    }

    @Test
    void eventsStandBeforeTheTickThatFollowsThem() {
        markets.stream(ETH);
        read("T ETH-USDT 1 3120 1 " + start);
        worker.tick(CONNECTED);
        read("T ETH-USDT 2 3120 1 " + start);

        assertThat(published.events())
                .extracting(MarketEvent::getEventCase)
                .containsExactly(
                        MarketEvent.EventCase.TRADE,
                        MarketEvent.EventCase.TICK,
                        MarketEvent.EventCase.TICK,
                        MarketEvent.EventCase.TRADE);
    }

    /** A reconnect of three seconds, between the last trade seen before it and the first seen again; its gap is due. */
    private OpenGap reconnectBetweenTrades(long before, long after) {
        VenueMarket market = markets.stream(ETH);
        read("T ETH-USDT " + before + " 3120 1 " + start);
        worker.streamDown(market, Gap.Cause.CAUSE_RECONNECT, start);
        clock.advance(Duration.ofSeconds(3));
        worker.streamUp(market);
        read("T ETH-USDT " + after + " 3120 1 " + (start + 3_000_000));
        clock.advance(Duration.ofSeconds(3));
        return worker.takeDueGaps().getFirst();
    }

    private void read(String frame) {
        worker.read(frame, "test", new Deaf());
    }

    private static final class Markets implements MarketLookup {
        private final Map<String, VenueMarket> known = new TreeMap<>();
        private final Map<String, VenueMarket> streamed = new TreeMap<>();

        Markets(MarketResolver resolver) {
            for (String symbol : List.of(ETH, CONVERSION)) {
                known.put(symbol, resolver.resolve("fake", FakeVenue.listing(symbol)));
            }
        }

        VenueMarket stream(String... symbols) {
            for (String symbol : symbols) {
                streamed.put(symbol, require(symbol));
            }
            return require(symbols[0]);
        }

        VenueMarket require(String symbol) {
            return Objects.requireNonNull(known.get(symbol));
        }

        @Override
        public @Nullable VenueMarket find(String symbol) {
            return known.get(symbol);
        }

        @Override
        public Collection<VenueMarket> streamed() {
            return streamed.values();
        }
    }

    private record Deaf() implements StreamEvents {
        @Override
        public void subscribed(StreamKey stream) {}

        @Override
        public void refused(StreamKey stream, String message) {}

        @Override
        public void heard(StreamKey stream) {}

        @Override
        public void replyWanted(String frame) {}

        @Override
        public void closingAnnounced(String reason) {}
    }
}
