package org.assay.events.serde;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Protobuf message from its plain bytes; null stays null (a tombstone).
 *
 * <p>Throws {@link SerializationException} naming the topic when the bytes are not such a message.
 */
public final class ProtobufDeserializer<M extends MessageLite> implements Deserializer<M> {

    private final Parser<M> parser;

    public ProtobufDeserializer(Parser<M> parser) {
        this.parser = parser;
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's contract: null in, null out.
    public M deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new SerializationException("Not a readable record of topic " + topic, e);
        }
    }
}
