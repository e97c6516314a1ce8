package org.assay.signals.sink.redis;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.assay.events.candle.Interval;
import org.assay.events.redis.RedisLayout;
import org.assay.events.topic.Topic;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Grade;
import org.assay.events.v1.IndexDay;
import org.assay.events.v1.Quote;
import org.assay.events.v1.Signal;

/** Which field of Redis a record belongs to. */
final class LatestRecord {

    static final List<Topic> TOPICS =
            List.of(Topic.PRICES, Topic.QUOTES, Topic.CANDLES, Topic.GRADES, Topic.SIGNALS, Topic.INDICES);

    /** Topics that are read whole at the start: their records are few, and a key's next one may be a day away. */
    static final Set<String> READ_WHOLE = Set.of(
            Topic.PRICES.topicName(), Topic.GRADES.topicName(), Topic.SIGNALS.topicName(), Topic.INDICES.topicName());

    private LatestRecord() {}

    /**
     * Puts the record on the board. Bytes that are no such record are left out here; the sinks into Postgres report them.
     *
     * @return whether it could be read
     */
    static boolean put(LatestBoard board, ConsumerRecord<byte[], byte[]> record) {
        Optional<Topic> topic = TOPICS.stream()
                .filter(candidate -> candidate.topicName().equals(record.topic()))
                .findFirst();
        if (topic.isEmpty()) {
            return false;
        }
        try {
            return switch (topic.get()) {
                case PRICES -> putPrice(board, record);
                case QUOTES -> putQuote(board, record);
                case CANDLES -> putCandle(board, record);
                case GRADES -> putGrade(board, record);
                case SIGNALS -> putSignal(board, record);
                case INDICES -> putIndex(board, record);
                case TRADES,
                        HISTORY,
                        INSTRUMENTS,
                        VENUE_STATUS,
                        DEAD_LETTERS,
                        STREAM_POSITIONS,
                        PRICE_HISTORY,
                        RATING_DOCUMENTS -> false;
            };
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean putPrice(LatestBoard board, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return false;
        }
        var slot = new LatestBoard.Slot(RedisLayout.PRICES, new String(record.key(), StandardCharsets.UTF_8));
        if (record.value() == null) {
            board.remove(slot);
        } else {
            board.put(slot, value(record, record.offset()));
        }
        return true;
    }

    private static boolean putQuote(LatestBoard board, ConsumerRecord<byte[], byte[]> record)
            throws InvalidProtocolBufferException {
        if (record.value() == null) {
            return false;
        }
        Quote quote = Quote.parseFrom(record.value());
        String field = RedisLayout.market(
                quote.getMarket().getVenue(), quote.getMarket().getSymbol());
        board.put(new LatestBoard.Slot(RedisLayout.QUOTES, field), value(record, record.offset()));
        return true;
    }

    private static boolean putCandle(LatestBoard board, ConsumerRecord<byte[], byte[]> record)
            throws InvalidProtocolBufferException {
        if (record.value() == null) {
            return false;
        }
        Candle candle = Candle.parseFrom(record.value());
        Optional<Interval> interval = Interval.ofCode(candle.getInterval());
        if (interval.isEmpty()) {
            return false;
        }
        String field = candle.getToken().isEmpty()
                ? RedisLayout.market(candle.getVenue(), candle.getSymbol())
                : candle.getToken();
        // An amended candle of the past does not hide the one of today.
        board.put(
                new LatestBoard.Slot(RedisLayout.candles(interval.get()), field),
                value(record, candle.getOpenTimeUs()));
        return true;
    }

    private static boolean putGrade(LatestBoard board, ConsumerRecord<byte[], byte[]> record)
            throws InvalidProtocolBufferException {
        if (record.value() == null) {
            return false;
        }
        Grade grade = Grade.parseFrom(record.value());
        // A corrected grade of the past does not hide the one of today.
        board.put(
                new LatestBoard.Slot(RedisLayout.grades(grade.getKind(), grade.getCadence()), grade.getToken()),
                value(record, grade.getValidAtUs()));
        return true;
    }

    private static boolean putSignal(LatestBoard board, ConsumerRecord<byte[], byte[]> record)
            throws InvalidProtocolBufferException {
        if (record.value() == null) {
            return false;
        }
        Signal signal = Signal.parseFrom(record.value());
        board.put(
                new LatestBoard.Slot(RedisLayout.signals(signal.getCadence()), signal.getToken()),
                value(record, signal.getValidAtUs()));
        return true;
    }

    private static boolean putIndex(LatestBoard board, ConsumerRecord<byte[], byte[]> record)
            throws InvalidProtocolBufferException {
        if (record.value() == null) {
            return false;
        }
        IndexDay day = IndexDay.parseFrom(record.value());
        board.put(new LatestBoard.Slot(RedisLayout.INDICES, day.getIndexId()), value(record, day.getValidAtUs()));
        return true;
    }

    private static LatestBoard.Value value(ConsumerRecord<byte[], byte[]> record, long order) {
        return new LatestBoard.Value(
                new TopicPartition(record.topic(), record.partition()), order, ByteString.copyFrom(record.value()));
    }
}
