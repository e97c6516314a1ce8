package org.assay.simulator.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assay.simulator.tape.TradeReader;
import org.assay.simulator.universe.Venue;
import org.jspecify.annotations.Nullable;

/** HTTP and WebSocket on one port of the loopback interface: {@code /<venue>/...} and {@code /control/...}. */
// Netty reports the failure of a write or a close by closing the channel, which is watched.
@SuppressWarnings("FutureReturnValueIgnored")
public final class SimulatorServer implements AutoCloseable {

    private static final int MOST_REQUEST_BYTES = 1 << 20;
    private static final int LOW_WATER_BYTES = 256 * 1_024;
    private static final int HIGH_WATER_BYTES = 1 << 20;

    private final Map<Channel, StreamSession> sessions = new ConcurrentHashMap<>();
    private final EventLoopGroup loops;
    private final ExecutorService workers;
    private final ServerParts parts;
    private final Pulse pulse;
    private final Channel listening;

    /**
     * How the server works.
     *
     * @param port 0 for any free one
     * @param tick how often streams are sent to
     * @param restGenerosity how many times the venues' real request budgets are allowed
     */
    public record Options(int port, Duration tick, int restGenerosity) {}

    /**
     * Starts listening.
     *
     * @param tapeReaders makes readers for streams
     * @param marketReaders makes readers for REST
     * @throws IOException when the port cannot be had
     */
    public SimulatorServer(
            Options options,
            StreamServices services,
            Map<Venue, VenueApi> apis,
            ControlHandler control,
            Supplier<TradeReader> tapeReaders,
            Supplier<MarketReader> marketReaders)
            throws IOException {
        this.workers = Executors.newFixedThreadPool(2, new DefaultThreadFactory("simulator-rest", true));
        ThreadLocal<TradeReader> readers = ThreadLocal.withInitial(tapeReaders);
        RestDesk desk = new RestDesk(
                services.clock(), services.faults(), new RateLimiter(options.restGenerosity()), marketReaders);
        this.parts = new ServerParts(services, apis, desk, control, readers::get, sessions, workers, new AtomicLong());
        this.loops = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("simulator-io", true), NioIoHandler.newFactory());
        this.pulse = new Pulse(sessions.values(), options.tick());
        this.listening = listen(options.port());
    }

    private Channel listen(int port) throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MOST_REQUEST_BYTES))
                                .addLast(new Connection(parts));
                    }
                });
        var bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IOException("The simulator cannot listen on port " + port, bound.cause());
        }
        return bound.channel();
    }

    /** The port that is listened on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** How many WebSockets are open. */
    public int connections() {
        return sessions.size();
    }

    /**
     * Closes WebSockets of a venue without a closing frame.
     *
     * @param symbol only those subscribed to this market; null for all
     * @param most how many at most
     * @return how many
     */
    public int drop(Venue venue, @Nullable String symbol, int most) {
        AtomicInteger dropped = new AtomicInteger();
        sessions.forEach((channel, session) -> channel.eventLoop()
                .submit(() -> {
                    boolean concerned =
                            session.api().venue() == venue && (symbol == null || session.isSubscribedTo(symbol));
                    if (concerned && dropped.get() < most && dropped.getAndIncrement() < most) {
                        channel.close();
                    }
                })
                .awaitUninterruptibly());
        return Math.min(most, dropped.get());
    }

    @Override
    public void close() {
        pulse.close();
        sessions.keySet().forEach(Channel::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        workers.shutdownNow();
    }
}
