package org.assay.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.simulator.binance.BinanceApi;
import org.assay.simulator.bybit.BybitApi;
import org.assay.simulator.candle.CandleReader;
import org.assay.simulator.candle.MinuteCache;
import org.assay.simulator.coinbase.CoinbaseApi;
import org.assay.simulator.control.ControlApi;
import org.assay.simulator.fault.FaultBook;
import org.assay.simulator.kraken.KrakenApi;
import org.assay.simulator.ledger.SentLedger;
import org.assay.simulator.okx.OkxApi;
import org.assay.simulator.tape.Tapes;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.universe.Market;
import org.assay.simulator.universe.Universe;
import org.assay.simulator.universe.Venue;
import org.assay.simulator.wire.MarketClock;
import org.assay.simulator.wire.MarketReader;
import org.assay.simulator.wire.SimulatorServer;
import org.assay.simulator.wire.StreamServices;
import org.assay.simulator.wire.VenueApi;

/**
 * A market on loopback that speaks the venues' own formats.
 *
 * <p>It is a pure function of seed, epoch, rate schedule and time: after a restart in the same data folder it goes on as
 * if it had never stopped, with the same past.
 */
public final class Simulator implements AutoCloseable {

    private static final long DAY_US = 86_400_000_000L;
    private static final long MINUTE_US = 60_000_000L;

    private final Universe universe;
    private final SimulatorServer server;

    private Simulator(Universe universe, SimulatorServer server) {
        this.universe = universe;
        this.server = server;
    }

    /**
     * Starts a market, or continues the one of the data folder.
     *
     * @throws IOException when the data folder cannot be read or written, or the port cannot be had
     */
    public static Simulator start(SimulatorSettings settings) throws IOException {
        MarketClock clock = new MarketClock(settings.clock());
        KeptMarket kept = KeptMarket.open(settings, clock);
        Tapes tapes = kept.tapes();
        Universe universe = tapes.universe();
        StreamServices services = new StreamServices(
                clock,
                tapes,
                new FaultBook(),
                new SentLedger(universe),
                bySymbol(universe),
                new AtomicLong(),
                settings.slowReaderLimit());
        long exactFromUs = Math.floorDiv(clock.nowUs() - DAY_US, MINUTE_US) * MINUTE_US;
        MinuteCache minutes = new MinuteCache();
        AtomicReference<SimulatorServer> server = new AtomicReference<>();
        ControlApi control = new ControlApi(new ControlApi.Parts(
                clock,
                universe,
                services.faults(),
                services.ledger(),
                services.written(),
                kept,
                (venue, symbol, most) -> server.get().drop(venue, symbol, most)));
        server.set(new SimulatorServer(
                new SimulatorServer.Options(settings.port(), settings.tick(), settings.restGenerosity()),
                services,
                apis(universe),
                control,
                () -> new TradeReader(tapes),
                () -> {
                    TradeReader trades = new TradeReader(tapes);
                    return new MarketReader(
                            trades, new CandleReader(tapes, trades, minutes, kept.epochUs(), exactFromUs));
                }));
        return new Simulator(universe, server.get());
    }

    private static Map<Venue, VenueApi> apis(Universe universe) {
        List<VenueApi> all = List.of(
                new BinanceApi(universe.markets(Venue.BINANCE)),
                new CoinbaseApi(universe.markets(Venue.COINBASE)),
                new KrakenApi(universe.markets(Venue.KRAKEN)),
                new BybitApi(universe.markets(Venue.BYBIT)),
                new OkxApi(universe.markets(Venue.OKX)));
        return all.stream().collect(Collectors.toUnmodifiableMap(VenueApi::venue, Function.identity()));
    }

    private static Map<Venue, Map<String, Market>> bySymbol(Universe universe) {
        Map<Venue, Map<String, Market>> markets = new EnumMap<>(Venue.class);
        for (Venue venue : Venue.values()) {
            markets.put(
                    venue,
                    universe.markets(venue).stream()
                            .collect(Collectors.toUnmodifiableMap(Market::symbol, Function.identity())));
        }
        return markets;
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** The markets. */
    public Universe universe() {
        return universe;
    }

    /** How many WebSockets are open. */
    public int connections() {
        return server.connections();
    }

    /**
     * What stands in for a venue's WebSocket host, without a slash at the end.
     *
     * @param venue lower-case id, for instance {@code binance}
     */
    public URI webSocketBase(String venue) {
        return URI.create("ws://127.0.0.1:" + port() + '/' + checked(venue));
    }

    /**
     * What stands in for a venue's REST host, without a slash at the end.
     *
     * @param venue lower-case id, for instance {@code binance}
     */
    public URI restBase(String venue) {
        return URI.create("http://127.0.0.1:" + port() + '/' + checked(venue));
    }

    /** Where the control API is. */
    public URI controlBase() {
        return URI.create("http://127.0.0.1:" + port() + "/control");
    }

    private static String checked(String venue) {
        return Venue.ofId(venue)
                .orElseThrow(() -> new IllegalArgumentException("No venue '" + venue + "'"))
                .id();
    }

    /** Disconnects all clients and stops listening. */
    @Override
    public void close() {
        server.close();
    }
}
