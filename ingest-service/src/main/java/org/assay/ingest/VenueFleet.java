package org.assay.ingest;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.assay.events.serde.ProtobufDeserializer;
import org.assay.events.token.TokenDirectory;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.StreamPosition;
import org.assay.ingest.capture.Capture;
import org.assay.ingest.capture.RecordingCapture;
import org.assay.ingest.history.ConversionsFirst;
import org.assay.ingest.history.HistoryConfig;
import org.assay.ingest.history.HistoryLoader;
import org.assay.ingest.market.MarketResolver;
import org.assay.ingest.market.MarketSelection;
import org.assay.ingest.publish.CompactedTopic;
import org.assay.ingest.publish.EventPublisher;
import org.assay.ingest.publish.KafkaConfig;
import org.assay.ingest.publish.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All venues' workers of this process, and what they share. */
@Singleton
final class VenueFleet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenueFleet.class);

    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration CONVERSIONS_PATIENCE = Duration.ofMinutes(1);

    private final IngestConfig config;
    private final KafkaConfig kafka;
    private final HistoryConfig history;
    private final List<VenueEndpoint> endpoints;
    private final Venues venues;
    private final TokenDirectory directory;
    private final Clock clock;
    private final WorkerMetrics metrics;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .pingInterval(Duration.ofSeconds(20))
            // A venue under load answers late; asking again would only add to it.
            .readTimeout(Duration.ofSeconds(60))
            .callTimeout(Duration.ofSeconds(120))
            .build();
    private volatile List<VenueRuntime> runtimes = List.of();
    private @Nullable EventPublisher publisher;
    private @Nullable RecordingCapture capture;

    VenueFleet(
            IngestConfig config,
            KafkaConfig kafka,
            HistoryConfig history,
            List<VenueEndpoint> endpoints,
            Venues venues,
            TokenDirectory directory,
            Clock clock,
            WorkerMetrics metrics) {
        this.config = config;
        this.kafka = kafka;
        this.history = history;
        this.endpoints = endpoints;
        this.venues = venues;
        this.directory = directory;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Brings up the topics, reads where earlier workers stopped, and starts every venue.
     *
     * @throws IllegalStateException when Kafka refuses the topics, or on an interrupt
     */
    synchronized void start() {
        try {
            publisher = KafkaConnection.open(kafka);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while connecting to Kafka", e);
        }
        metrics.bind(publisher);
        Map<String, StreamPosition> positions =
                CompactedTopic.read(kafka, Topic.STREAM_POSITIONS, new ProtobufDeserializer<>(StreamPosition.parser()));
        Map<String, Instrument> instruments =
                CompactedTopic.read(kafka, Topic.INSTRUMENTS, new ProtobufDeserializer<>(Instrument.parser()));
        LOG.info("Found {} stream positions and {} instruments", positions.size(), instruments.size());
        String directoryName = config.captureDirectory();
        if (directoryName != null) {
            capture = new RecordingCapture(Path.of(directoryName), config.captureMegabytes(), clock);
        }
        MarketResolver resolver = new MarketResolver(directory, config.quoteAssets(), publisher.partitions());
        MarketSelection selection = new MarketSelection(resolver, directory, config.tokens(), config.maxMarkets());
        Capture sink = capture == null ? Capture.NONE : capture;
        HistoryLoader.Shared past = new HistoryLoader.Shared(
                history, publisher, clock, new ConversionsFirst(config.venues(), CONVERSIONS_PATIENCE));
        VenueRuntime.Surroundings surroundings =
                new VenueRuntime.Surroundings(config, past, publisher, resolver, selection, client, clock, sink);
        List<VenueRuntime> started = new ArrayList<>();
        for (String venue : config.venues()) {
            VenueEndpoint endpoint = endpoints.stream()
                    .filter(candidate -> candidate.venue().equals(venue))
                    .findFirst()
                    .orElse(new VenueEndpoint(venue, null, null));
            VenueRuntime runtime = new VenueRuntime(venues.require(venue), endpoint, surroundings);
            metrics.bind(runtime.worker());
            started.add(runtime);
        }
        runtimes = List.copyOf(started);
        for (int i = 0; i < started.size(); i++) {
            VenueRuntime runtime = started.get(i);
            runtime.start(
                    positions,
                    instruments.values().stream()
                            .filter(instrument ->
                                    instrument.getMarket().getVenue().equals(runtime.venue()))
                            .collect(Collectors.toMap(
                                    instrument -> instrument.getMarket().getSymbol(), instrument -> instrument)),
                    1_000L * i / started.size());
        }
    }

    List<VenueRuntime> runtimes() {
        return runtimes;
    }

    /** Records that Kafka refused for good. */
    synchronized long failures() {
        return publisher == null ? 0 : publisher.failures();
    }

    /** Stops the venues and sends out what is under way, within a bounded time even while Kafka is away. */
    @Override
    @PreDestroy
    public synchronized void close() {
        List<VenueRuntime> stopping = runtimes;
        runtimes = List.of();
        Thread stop = Thread.ofVirtual().start(() -> stopping.forEach(VenueRuntime::close));
        try {
            if (!stop.join(STOP)) {
                LOG.warn("The venues did not stop within {}; Kafka may be away", STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (publisher != null) {
            publisher.close(STOP);
        }
        if (capture != null) {
            capture.close();
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
