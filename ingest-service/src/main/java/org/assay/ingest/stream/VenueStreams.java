package org.assay.ingest.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.assay.events.v1.Gap;
import org.assay.ingest.capture.Capture;
import org.assay.ingest.market.VenueMarket;
import org.assay.ingest.stream.StreamState.Phase;
import org.assay.ingest.venue.Channel;
import org.assay.ingest.venue.StreamKey;
import org.assay.ingest.venue.VenueAdapter;
import org.assay.ingest.venue.VenueLimits;
import org.assay.ingest.worker.StreamStatus;
import org.assay.ingest.worker.VenueWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises one venue's streams: spreads them over connections, subscribes at the venue's pace, watches for silence, and
 * reconnects. State is guarded by the worker's lock; {@link #beat} drives it several times a second.
 */
public final class VenueStreams {

    private static final Logger LOG = LoggerFactory.getLogger(VenueStreams.class);

    private static final AtomicLong CONNECTION_IDS = new AtomicLong();
    private static final long CONFIRMATION_US = 30_000_000;
    private static final long REFUSAL_US = 600_000_000;
    private static final long HANDOVER_US = 30_000_000;
    private static final long STEADY_US = 60_000_000;

    private final VenueAdapter adapter;
    private final VenueLimits limits;
    private final VenueWorker worker;
    private final StreamSettings settings;
    private final OkHttpClient client;
    private final Clock clock;
    private final Capture capture;
    private final ConnectionBudget connections;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final List<Shard> shards = new ArrayList<>();
    private final Map<String, VenueMarket> markets = new HashMap<>();
    private boolean everConnected;
    private boolean closed;

    public VenueStreams(
            VenueAdapter adapter,
            VenueWorker worker,
            StreamSettings settings,
            OkHttpClient client,
            Clock clock,
            Capture capture) {
        this.adapter = adapter;
        this.limits = adapter.limits();
        this.worker = worker;
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.capture = capture;
        this.connections = new ConnectionBudget(limits.connectionsPerMinute());
    }

    /** Streams exactly these markets from now on. */
    public void stream(Collection<VenueMarket> wanted) {
        worker.locked(() -> {
            Map<StreamKey, VenueMarket> keys = new LinkedHashMap<>();
            for (VenueMarket market : wanted) {
                for (Channel channel : Channel.values()) {
                    keys.put(new StreamKey(channel, market.symbol()), market);
                }
            }
            shards.forEach(shard -> drop(shard, keys.keySet()));
            Set<StreamKey> missing = new LinkedHashSet<>(keys.keySet());
            shards.forEach(shard -> missing.removeAll(shard.keys));
            markets.clear();
            wanted.forEach(market -> markets.put(market.symbol(), market));
            missing.forEach(this::assign);
        });
    }

    /** Does what is due now. */
    public void beat() {
        worker.locked(() -> {
            if (!closed) {
                long now = nowUs();
                for (Shard shard : shards) {
                    connectIfDue(shard, now);
                    rotateIfDue(shard, now);
                    shard.connections().toList().forEach(connection -> tend(shard, connection, now));
                }
            }
        });
    }

    /** How the streams stand. */
    public StreamStatus status() {
        return worker.locked(() -> {
            int open = 0;
            int streams = 0;
            Map<Phase, Integer> phases = new HashMap<>();
            for (Shard shard : shards) {
                open += (int) shard.connections()
                        .filter(connection -> connection.state() == Connection.State.OPEN)
                        .count();
                streams += shard.keys.size();
                for (StreamKey key : shard.keys) {
                    phases.merge(phase(shard, key), 1, Integer::sum);
                }
            }
            return new StreamStatus(
                    open,
                    streams,
                    phases.getOrDefault(Phase.PENDING, 0),
                    phases.getOrDefault(Phase.STALE, 0),
                    phases.getOrDefault(Phase.REFUSED, 0),
                    everConnected);
        });
    }

    /** Closes all connections for good. */
    public void close() {
        worker.locked(() -> {
            closed = true;
            shards.forEach(shard -> shard.connections().forEach(Connection::abort));
        });
    }

    long nowUs() {
        return VenueWorker.micros(clock.instant());
    }

    void frame(Connection connection, String text) {
        capture.frame(connection.id(), text);
        worker.read(text, connection.address(), connection);
    }

    void opened(Connection connection) {
        worker.locked(() -> {
            if (connection.state() != Connection.State.CONNECTING || closed) {
                connection.abort();
                return;
            }
            LOG.info("{}: connection {} is open", adapter.venue(), connection.id());
            capture.connected(connection.id(), connection.address());
            everConnected = true;
            connection.opened(nowUs());
            shardOf(connection).ifPresent(shard -> subscribe(connection, shard.keys));
            connection.pump(nowUs(), limits.messagesPerSecond());
        });
    }

    void lost(Connection connection, String reason) {
        lost(connection, reason, Gap.Cause.CAUSE_RECONNECT);
    }

    void sent(Connection connection, String frame) {
        capture.sent(connection.id(), frame);
    }

    void confirmed(Connection connection, StreamKey key) {
        StreamState stream = connection.streams().get(key);
        if (stream != null && stream.phase() != Phase.CONFIRMED) {
            stream.enter(Phase.CONFIRMED, nowUs());
            VenueMarket market = markets.get(key.symbol());
            if (key.channel() == Channel.TRADES && market != null) {
                worker.streamUp(market);
            }
        }
    }

    void refused(Connection connection, StreamKey key) {
        StreamState stream = connection.streams().get(key);
        // A stream that was asked for again because its confirmation was late is refused the second time.
        if (stream != null && stream.phase() != Phase.CONFIRMED) {
            stream.enter(Phase.REFUSED, nowUs());
            down(key, Gap.Cause.CAUSE_RECONNECT, stream.lastHeardUs());
        }
    }

    void heard(Connection connection, StreamKey key) {
        StreamState stream = connection.streams().get(key);
        if (stream != null) {
            confirmed(connection, key);
            stream.heard(nowUs());
        }
    }

    void rotate(Connection connection, String reason) {
        LOG.info("{}: connection {} is going to be closed: {}", adapter.venue(), connection.id(), reason);
        shardOf(connection).ifPresent(shard -> shard.rotationWanted = true);
    }

    private void lost(Connection connection, String reason, Gap.Cause cause) {
        worker.locked(() -> {
            Connection.State before = connection.state();
            if (before == Connection.State.CLOSED) {
                return;
            }
            connection.abort();
            if (before != Connection.State.CONNECTING) {
                capture.closed(connection.id());
            }
            shardOf(connection).ifPresent(shard -> {
                LOG.warn("{}: connection {} is lost: {}", adapter.venue(), connection.id(), reason);
                worker.stats().reconnects.incrementAndGet();
                detach(shard, connection);
                connection.streams().forEach((key, stream) -> {
                    if (!shard.carries(key)) {
                        down(key, cause, connection.lastHeardUs());
                    }
                });
            });
        });
    }

    private void detach(Shard shard, Connection connection) {
        long now = nowUs();
        if (connection.ageUs(now) > STEADY_US) {
            shard.backoff.reset();
        }
        if (shard.replacement == connection) {
            shard.replacement = null;
        } else {
            shard.current = shard.replacement;
            shard.replacement = null;
        }
        shard.connectDueUs = now + shard.backoff.next().toMillis() * 1_000;
    }

    private void connectIfDue(Shard shard, long now) {
        if (shard.current == null && !shard.keys.isEmpty() && shard.connectDueUs <= now && connections.tryTake(now)) {
            shard.current = connect(shard, now);
        }
    }

    private void rotateIfDue(Shard shard, long now) {
        Connection current = shard.current;
        Connection replacement = shard.replacement;
        if (current == null || current.state() != Connection.State.OPEN) {
            return;
        }
        if (replacement == null) {
            long lifetimeUs = limits.connectionLifetime().toMillis() * 1_000;
            boolean old = lifetimeUs > 0 && current.ageUs(now) > lifetimeUs * shard.lifetimeShare;
            if ((old || shard.rotationWanted) && shard.connectDueUs <= now && connections.tryTake(now)) {
                shard.rotationWanted = false;
                shard.replacement = connect(shard, now);
            }
            return;
        }
        boolean ready = replacement.state() == Connection.State.OPEN
                && (shard.keys.stream().allMatch(key -> isSettled(replacement, key))
                        || replacement.ageUs(now) > HANDOVER_US);
        if (ready) {
            LOG.info("{}: connection {} replaces {}", adapter.venue(), replacement.id(), current.id());
            shard.current = replacement;
            shard.replacement = null;
            capture.closed(current.id());
            current.retire();
        }
    }

    private static boolean isSettled(Connection connection, StreamKey key) {
        StreamState stream = connection.streams().get(key);
        return stream != null && stream.phase() != Phase.PENDING;
    }

    private Connection connect(Shard shard, long now) {
        Connection connection = new Connection(CONNECTION_IDS.incrementAndGet(), shard.address, this, now);
        Request request = new Request.Builder().url(shard.address).build();
        connection.attach(client.newWebSocket(request, connection));
        return connection;
    }

    private void tend(Shard shard, Connection connection, long now) {
        if (connection.state() != Connection.State.OPEN) {
            return;
        }
        boolean silent = now - connection.lastHeardUs() > limits.staleAfter().toMillis() * 1_000;
        if (silent && !connection.isReading()) {
            lost(connection, "Nothing heard for " + limits.staleAfter(), Gap.Cause.CAUSE_STALE);
            return;
        }
        adapter.keepAliveFrame()
                .ifPresent(
                        frame -> connection.keepAlive(frame, limits.keepAlive().toMillis() * 1_000, now));
        if (!connection.hasUnsent() && !connection.isReading()) {
            List.copyOf(connection.streams().values()).forEach(stream -> watch(shard, connection, stream, now));
        }
        connection.pump(now, limits.messagesPerSecond());
    }

    private void watch(Shard shard, Connection connection, StreamState stream, long now) {
        switch (stream.phase()) {
            case PENDING, STALE -> {
                if (stream.ageUs(now) > CONFIRMATION_US) {
                    stream.askedAgain(now);
                    connection.queue(adapter.subscribeFrames(List.of(stream.key())));
                }
            }
            case REFUSED -> {
                if (stream.ageUs(now) > REFUSAL_US) {
                    stream.enter(Phase.PENDING, now);
                    connection.queue(adapter.subscribeFrames(List.of(stream.key())));
                }
            }
            case CONFIRMED -> {
                long floor = settings.silenceFloor().toMillis() * 1_000;
                long ceiling = settings.silenceCeiling().toMillis() * 1_000;
                if (connection == shard.current && stream.isSilent(now, floor, ceiling)) {
                    LOG.info("{}: {} is silent, subscribing it again", adapter.venue(), stream.key());
                    long lastHeard = stream.lastHeardUs();
                    stream.enter(Phase.STALE, now);
                    down(stream.key(), Gap.Cause.CAUSE_STALE, lastHeard);
                    connection.queue(adapter.unsubscribeFrames(List.of(stream.key())));
                    connection.queue(adapter.subscribeFrames(List.of(stream.key())));
                }
            }
        }
    }

    private void down(StreamKey key, Gap.Cause cause, long lastHeardUs) {
        VenueMarket market = markets.get(key.symbol());
        if (key.channel() == Channel.TRADES && market != null) {
            worker.streamDown(market, cause, lastHeardUs);
        }
    }

    private void subscribe(Connection connection, Collection<StreamKey> keys) {
        connection.add(keys, adapter.subscribeFrames(keys), nowUs());
    }

    private void assign(StreamKey key) {
        String address =
                adapter.webSocketAddress(settings.base(), key.channel()).toString();
        Shard shard = shards.stream()
                .filter(candidate -> candidate.address.equals(address))
                .filter(candidate -> candidate.keys.size() < limits.streamsPerConnection())
                .findFirst()
                .orElseGet(() -> newShard(address));
        shard.keys.add(key);
        shard.connections()
                .filter(connection -> connection.state() == Connection.State.OPEN)
                .forEach(connection -> subscribe(connection, List.of(key)));
    }

    private Shard newShard(String address) {
        Backoff backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
        Shard shard = new Shard(address, backoff, 0.85 + 0.1 * random.nextDouble());
        shards.add(shard);
        return shard;
    }

    private void drop(Shard shard, Set<StreamKey> wanted) {
        List<StreamKey> unwanted =
                shard.keys.stream().filter(key -> !wanted.contains(key)).toList();
        if (unwanted.isEmpty()) {
            return;
        }
        unwanted.forEach(shard.keys::remove);
        shard.connections().forEach(connection -> {
            unwanted.forEach(connection.streams()::remove);
            connection.queue(adapter.unsubscribeFrames(unwanted));
        });
        for (StreamKey key : unwanted) {
            VenueMarket market = markets.get(key.symbol());
            if (key.channel() == Channel.TRADES && market != null) {
                worker.streamEnded(market, "The market is no longer streamed");
            }
        }
    }

    private Optional<Shard> shardOf(Connection connection) {
        return shards.stream()
                .filter(shard -> shard.current == connection || shard.replacement == connection)
                .findFirst();
    }

    private static Phase phase(Shard shard, StreamKey key) {
        if (shard.carries(key) || shard.current == null) {
            return shard.current == null ? Phase.PENDING : Phase.CONFIRMED;
        }
        StreamState stream = shard.current.streams().get(key);
        return stream == null ? Phase.PENDING : stream.phase();
    }
}
