package org.assay.ingest.fake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assay.events.topic.Topic;
import org.assay.events.v1.DeadLetter;
import org.assay.events.v1.Gap;
import org.assay.events.v1.Instrument;
import org.assay.events.v1.MarketEvent;
import org.assay.events.v1.Quote;
import org.assay.events.v1.StreamPosition;
import org.assay.events.v1.Tick;
import org.assay.events.v1.Trade;
import org.assay.ingest.publish.EventPublisher;

/** A publisher whose records can be looked at; everything is acknowledged at once. */
public final class Published {

    public static final int PARTITIONS = 2;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(producer, PARTITIONS);

    public EventPublisher publisher() {
        return publisher;
    }

    public List<ProducerRecord<byte[], byte[]>> records() {
        return producer.history();
    }

    public List<MarketEvent> events() {
        return of(Topic.TRADES, MarketEvent.parser());
    }

    public List<Trade> trades() {
        return events().stream()
                .filter(MarketEvent::hasTrade)
                .map(MarketEvent::getTrade)
                .toList();
    }

    public List<Gap> gaps() {
        return events().stream()
                .filter(MarketEvent::hasGap)
                .map(MarketEvent::getGap)
                .toList();
    }

    /** The ticks of one partition. */
    public List<Tick> ticks(int partition) {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals(Topic.TRADES.topicName()) && sent.partition() == partition)
                .map(sent -> parse(MarketEvent.parser(), sent.value()))
                .filter(MarketEvent::hasTick)
                .map(MarketEvent::getTick)
                .toList();
    }

    public List<Quote> quotes() {
        return of(Topic.QUOTES, Quote.parser());
    }

    public List<DeadLetter> deadLetters() {
        return of(Topic.DEAD_LETTERS, DeadLetter.parser());
    }

    public List<Instrument> instruments() {
        return of(Topic.INSTRUMENTS, Instrument.parser());
    }

    public List<StreamPosition> positions() {
        return of(Topic.STREAM_POSITIONS, StreamPosition.parser());
    }

    private <M extends MessageLite> List<M> of(Topic topic, Parser<M> parser) {
        List<M> found = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> sent : producer.history()) {
            if (sent.topic().equals(topic.topicName())) {
                found.add(parse(parser, sent.value()));
            }
        }
        return found;
    }

    private static <M extends MessageLite> M parse(Parser<M> parser, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
