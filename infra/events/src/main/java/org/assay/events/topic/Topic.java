package org.assay.events.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic of the installation: its name, how it is kept, and how wide it is.
 *
 * <p>The keyed topics of market data share one partition count, so that a token's events meet on one partition.
 */
public enum Topic {
    /** {@code MarketEvent} by token id (by {@code venue:symbol} where the base asset names no token). */
    TRADES("assay.trades", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /**
     * {@code MarketEvent} with candles of the past, by the same key and to the same partition as {@link #TRADES}: apart, so
     * that what happens now need not queue behind what happened long ago.
     */
    HISTORY("assay.history", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /** {@code Quote} by the same key as {@link #TRADES}. */
    QUOTES("assay.quotes", Width.MARKET_DATA, Cleanup.delete(Duration.ofHours(6))),
    /** {@code Instrument} by {@code venue:symbol}; the latest stays. */
    INSTRUMENTS("assay.instruments", Width.SINGLE, Cleanup.compact()),
    /** {@code VenueStatus} by venue; the latest stays. */
    VENUE_STATUS("assay.venue-status", Width.SINGLE, Cleanup.compact()),
    /** {@code DeadLetter} by venue. */
    DEAD_LETTERS("assay.dead-letters", Width.SINGLE, Cleanup.delete(Duration.ofDays(7))),
    /** {@code StreamPosition} by {@code venue:symbol}; the latest stays. */
    STREAM_POSITIONS("assay.stream-positions", Width.SINGLE, Cleanup.compact()),
    /** {@code Price} by token id; the latest stays. */
    PRICES("assay.prices", Width.MARKET_DATA, Cleanup.compact()),
    /** {@code Price} by token id, one for each minute. */
    PRICE_HISTORY("assay.price-history", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /** {@code Candle} by token id or {@code venue:symbol}, every version. */
    CANDLES("assay.candles", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /** {@code Grade} by token id, every version. */
    GRADES("assay.grades", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /** {@code Signal} by token id, every version. */
    SIGNALS("assay.signals", Width.MARKET_DATA, Cleanup.delete(Duration.ofDays(3))),
    /** {@code IndexDay} by index id, every version. */
    INDICES("assay.indices", Width.SINGLE, Cleanup.delete(Duration.ofDays(3))),
    /** {@code RatingDocument} by kind: explanations, quant figures and the like. */
    RATING_DOCUMENTS("assay.rating-documents", Width.SINGLE, Cleanup.delete(Duration.ofDays(3)));

    private final String topicName;
    private final Width width;
    private final Cleanup cleanup;

    Topic(String topicName, Width width, Cleanup cleanup) {
        this.topicName = topicName;
        this.width = width;
        this.cleanup = cleanup;
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /**
     * What to create when the topic does not exist.
     *
     * @param marketDataPartitions partitions of the market-data topics, at least 1
     * @param replicationFactor copies of each partition, at most the number of brokers
     */
    public NewTopic declaration(int marketDataPartitions, short replicationFactor) {
        int partitions = width == Width.MARKET_DATA ? marketDataPartitions : 1;
        return new NewTopic(topicName, partitions, replicationFactor).configs(cleanup.settings());
    }

    /** The topic-level settings that this declaration pins. */
    public Map<String, String> settings() {
        return cleanup.settings();
    }

    private enum Width {
        MARKET_DATA,
        SINGLE
    }

    private record Cleanup(Map<String, String> settings) {

        static Cleanup delete(Duration retention) {
            return new Cleanup(Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(retention.toMillis()),
                    // Replayed and backfilled records carry times of long ago; retention must go by when they were
                    // written, or the broker would delete them at once.
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime"));
        }

        static Cleanup compact() {
            return new Cleanup(Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(Duration.ofMinutes(10).toMillis())));
        }
    }
}
