package org.assay.ingest.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assay.events.candle.Interval;
import org.assay.ingest.venue.Listing.Status;
import org.assay.ingest.venue.registry.VenueAdapters;
import org.assay.simulator.Simulator;
import org.assay.simulator.SimulatorSettings;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapter and simulator were written after the same documents by different hands: here they meet. */
class VenueAgainstSimulatorIT {

    private static final int MARKETS = 12;

    private static @Nullable Simulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults(folder).withTradesPerSecond(2_000));
    }

    @AfterAll
    static void stop() {
        market().close();
    }

    private static Simulator market() {
        assertThat(simulator).isNotNull();
        return simulator;
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "coinbase", "kraken", "bybit", "okx"})
    void streams_history_and_candles_of_a_venue_agree(String venue) throws Exception {
        VenueAdapter adapter = VenueAdapters.find(venue).orElseThrow();
        List<Listing> listings = adapter.readListings(get(venue, adapter.listingsRequest())).stream()
                .filter(listing -> listing.status() == Status.TRADING)
                .limit(MARKETS)
                .toList();
        List<StreamKey> streams = new ArrayList<>();
        listings.forEach(listing -> {
            for (Channel channel : Channel.values()) {
                streams.add(new StreamKey(channel, listing.symbol()));
            }
        });

        HeardFrames heard = listen(adapter, streams);

        assertThat(heard.subscribed).containsAll(streams);
        assertThat(heard.refused).isEmpty();
        assertThat(heard.venueErrors).isEmpty();
        if (adapter.sequenceRule() == SequenceRule.CONTIGUOUS) {
            RecordedLines.assertContiguous(heard.trades);
        }
        assertThatHistoryHolds(adapter, listings, heard.trades);
        assertThatCandlesAreServed(adapter, listings.getFirst());
    }

    private HeardFrames listen(VenueAdapter adapter, List<StreamKey> streams) throws Exception {
        ConcurrentLinkedQueue<String> frames = new ConcurrentLinkedQueue<>();
        Map<URI, List<StreamKey>> byAddress = new HashMap<>();
        URI base = market().webSocketBase(adapter.venue());
        for (StreamKey stream : streams) {
            byAddress
                    .computeIfAbsent(adapter.webSocketAddress(base, stream.channel()), address -> new ArrayList<>())
                    .add(stream);
        }
        List<WebSocket> sockets = new ArrayList<>();
        for (Map.Entry<URI, List<StreamKey>> connection : byAddress.entrySet()) {
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(connection.getKey(), new Collecting(frames))
                    .join();
            sockets.add(socket);
            for (String frame : adapter.subscribeFrames(connection.getValue())) {
                socket.sendText(frame, true).join();
            }
            adapter.keepAliveFrame()
                    .ifPresent(frame -> socket.sendText(frame, true).join());
        }
        HeardFrames heard = new HeardFrames();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (String frame = frames.poll(); frame != null; frame = frames.poll()) {
                adapter.readFrame(frame, heard);
            }
            return heard.trades.size() >= 60
                    && !heard.quotes.isEmpty()
                    && heard.subscribed.containsAll(streams)
                    && (adapter.keepAliveFrame().isEmpty() || heard.heartbeats > 0);
        });
        sockets.forEach(WebSocket::abort);
        return heard;
    }

    /** Every trade that was streamed stands in the history, under the same id and with the same content. */
    private void assertThatHistoryHolds(VenueAdapter adapter, List<Listing> listings, List<VenueTrade> streamed)
            throws Exception {
        VenueTrade first = streamed.getFirst();
        Listing listing = listings.stream()
                .filter(candidate -> candidate.symbol().equals(first.symbol()))
                .findFirst()
                .orElseThrow();
        List<VenueTrade> expected = streamed.stream()
                .filter(trade -> trade.symbol().equals(first.symbol()))
                .toList();
        TradeRange range = new TradeRange(
                listing,
                first.tradeId(),
                first.sequence(),
                first.eventTimeUs(),
                expected.getLast().eventTimeUs() + 1);
        TradeRange byTime = new TradeRange(listing, null, OptionalLong.empty(), range.fromUs(), range.toUs());

        List<VenueTrade> wanted = withoutTrailingZeros(expected);
        assertThat(withoutTrailingZeros(fetch(adapter, range)))
                .containsAll(wanted.subList(1, wanted.size()))
                .doesNotContain(wanted.getFirst());
        if (adapter.sequenceRule() == SequenceRule.CONTIGUOUS) {
            assertThat(withoutTrailingZeros(fetch(adapter, byTime))).containsAll(wanted);
        }
    }

    /** Kraken's stream writes numbers without the trailing zeros that its REST answers have. */
    private static List<VenueTrade> withoutTrailingZeros(List<VenueTrade> trades) {
        return trades.stream()
                .map(trade -> new VenueTrade(
                        trade.symbol(),
                        trade.tradeId(),
                        trade.sequence(),
                        trade.price().stripTrailingZeros(),
                        trade.amount().stripTrailingZeros(),
                        trade.side(),
                        trade.eventTimeUs(),
                        trade.executions()))
                .toList();
    }

    private List<VenueTrade> fetch(VenueAdapter adapter, TradeRange range) throws Exception {
        List<VenueTrade> fetched = new ArrayList<>();
        Optional<RestRequest> request = Optional.of(adapter.tradesRequest(range));
        for (int page = 0; request.isPresent() && page < 50; page++) {
            TradePage answer = adapter.readTrades(get(adapter.venue(), request.get()), range, request.get());
            fetched.addAll(answer.trades());
            request = answer.next();
        }
        assertThat(request).isEmpty();
        return fetched;
    }

    private void assertThatCandlesAreServed(VenueAdapter adapter, Listing listing) throws Exception {
        for (Interval interval : adapter.candleIntervals()) {
            long to = interval.openOf(System.currentTimeMillis() * 1_000);
            long from = to - 20 * interval.micros();
            List<VenueBar> bars = adapter.readCandles(
                    get(adapter.venue(), adapter.candlesRequest(listing, interval, from, to)), listing, interval);
            assertThat(bars.stream()
                            .map(VenueBar::openTimeUs)
                            .filter(open -> open >= from && open < to)
                            .toList())
                    .as(interval.code())
                    .hasSizeBetween(18, 20)
                    .isSorted()
                    .allMatch(open -> interval.openOf(open) == open);
        }
    }

    private String get(String venue, RestRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(market().restBase(venue) + request.pathAndQuery()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(request.pathAndQuery()).isEqualTo(200);
        return answer.body();
    }

    /** Puts text frames together from their parts. */
    private static final class Collecting implements WebSocket.Listener {
        private final ConcurrentLinkedQueue<String> frames;
        private final StringBuilder part = new StringBuilder();

        Collecting(ConcurrentLinkedQueue<String> frames) {
            this.frames = frames;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
