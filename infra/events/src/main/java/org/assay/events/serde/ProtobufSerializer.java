package org.assay.events.serde;

import com.google.protobuf.MessageLite;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a Protobuf message as its plain bytes; null stays null (a tombstone). */
public final class ProtobufSerializer<M extends MessageLite> implements Serializer<M> {

    @Override
    @SuppressWarnings("NullAway") // Kafka's contract: null in, null out.
    public byte[] serialize(String topic, @Nullable M message) {
        return message == null ? null : message.toByteArray();
    }
}
