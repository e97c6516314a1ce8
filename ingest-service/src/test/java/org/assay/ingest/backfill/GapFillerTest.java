package org.assay.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Gap;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Trade;
import org.assay.events.v1.VenueCandle;
import org.assay.ingest.capture.Capture;
import org.assay.ingest.fake.FakeExchange;
import org.assay.ingest.fake.FakeVenue;
import org.assay.ingest.fake.Published;
import org.assay.ingest.gap.OpenGap;
import org.assay.ingest.market.MarketLookup;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.rest.Pause;
import org.assay.ingest.rest.RequestBudget;
import org.assay.ingest.rest.VenueRest;
import org.assay.ingest.venue.SequenceRule;
import org.assay.ingest.worker.VenueWorker;
import org.assay.testkit.clock.StubClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapFillerTest {

    private static final String SYMBOL = "ETH-USDT";

    private final StubClock clock = StubClock.at("2026-03-01T12:10:00Z");
    private final long noon = VenueWorker.micros(clock.instant()) - 600_000_000;
    private final Published published = new Published();
    private final FakeVenue adapter = new FakeVenue(SequenceRule.INCREASING);
    private final VenueMarket market = new MarketResolver(
                    TokenDirectory.bundled(), List.of("USDT"), Published.PARTITIONS)
            .resolve("fake", FakeVenue.listing(SYMBOL));
    private final VenueWorker worker =
            new VenueWorker(adapter, new OneMarket(market), published.publisher(), clock, false);
    private final OkHttpClient client = new OkHttpClient();
    private FakeExchange exchange;
    private GapFiller filler;

    @BeforeEach
    void start() throws IOException {
        exchange = new FakeExchange();
        VenueRest rest = new VenueRest(
                new VenueRest.Target(exchange.rest(), new RequestBudget(1_000, Duration.ofSeconds(1), clock)),
                client,
                clock,
                Capture.NONE,
                Pause.REAL);
        filler = new GapFiller(adapter, rest, worker, clock, 10);
        // Down from noon to two and a half minutes past, seen again ten minutes later.
        StreamPosition position = StreamPosition.newBuilder()
                .setMarket(market.market())
                .setTradeId("10")
                .setSequence(10)
                .setEventTimeUs(noon)
                .setAtUs(noon)
                .build();
        clock.advance(Duration.ofSeconds(-450));
        worker.restore(market, position);
        worker.streamUp(market);
        clock.advance(Duration.ofSeconds(450));
    }

    @AfterEach
    void stop() throws IOException {
        exchange.close();
        client.dispatcher().executorService().shutdown();
    }

    @Test
    void pagesAreFollowedToTheEndAndEveryTradeIsPublishedOnce() {
        exchange.answer("/trades", "whole\n" + trade(11, 1) + "\n" + trade(12, 2) + "\nnext /more");
        exchange.answer("/more", "whole\n" + trade(12, 2) + "\n" + trade(13, 3));

        filler.fill(dueGap());

        assertThat(published.trades()).extracting(Trade::getTradeId).containsExactly("11", "12", "13");
        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_FILLED_BY_TRADES);
        assertThat(lastGap().getFilledTrades()).isEqualTo(3);
    }

    @Test
    void aStretchWithoutTradesIsClosedAsEmpty() {
        exchange.answer("/trades", "whole");

        filler.fill(dueGap());

        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_EMPTY);
    }

    @Test
    void tradesThatAreNoLongerServedAreReplacedByTheVenuesCandles() {
        exchange.answer("/trades", "truncated\n" + trade(40, 120));
        exchange.answer(
                "/candles", noon + " 3001\n" + (noon + 60_000_000) + " 3002\n" + (noon + 120_000_000) + " 3003");

        filler.fill(dueGap());

        assertThat(published.events().stream()
                        .filter(MarketEvent::hasVenueCandle)
                        .map(MarketEvent::getVenueCandle))
                .allMatch(candle -> candle.getPurpose() == VenueCandle.Purpose.PURPOSE_REPAIR)
                .extracting(VenueCandle::getClose)
                .containsExactly("3001", "3002", "3003");
        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_FILLED_BY_CANDLES);
        assertThat(published.trades()).extracting(Trade::getTradeId).containsExactly("40");
    }

    @Test
    void aVenueThatIsOutOfOrderIsAskedAgainLater() {
        exchange.answer("/trades", new MockResponse().setResponseCode(503));
        filler.fill(dueGap());
        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_OPEN);
        assertThat(worker.takeDueGaps()).isEmpty();

        exchange.answer("/trades", "whole");
        clock.advance(Duration.ofSeconds(30));
        filler.fill(dueGap());

        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_EMPTY);
    }

    @Test
    void aMarketThatTheVenueDoesNotKnowStaysUnfilledAndSaysWhy() {
        for (int attempt = 0; attempt < 2; attempt++) {
            clock.advance(Duration.ofMinutes(1));
            filler.fill(dueGap());
        }

        assertThat(lastGap().getStatus()).isEqualTo(Gap.Status.STATUS_UNFILLABLE);
        assertThat(lastGap().getReason()).startsWith("rejected: HTTP 404");
    }

    private OpenGap dueGap() {
        return worker.takeDueGaps().getFirst();
    }

    private Gap lastGap() {
        return published.gaps().getLast();
    }

    private String trade(long id, long secondsPastNoon) {
        return "T ETH-USDT " + id + " 3000 1 " + (noon + secondsPastNoon * 1_000_000);
    }

    private record OneMarket(VenueMarket market) implements MarketLookup {
        @Override
        public @Nullable VenueMarket find(String symbol) {
            return market;
        }

        @Override
        public Collection<VenueMarket> streamed() {
            return List.of(market);
        }
    }
}
