package org.assay.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.SerializationException;
import org.assay.events.v1.Quote;
import org.junit.jupiter.api.Test;

class ProtobufSerdeTest {

    private final ProtobufSerializer<Quote> serializer = new ProtobufSerializer<>();
    private final ProtobufDeserializer<Quote> deserializer = new ProtobufDeserializer<>(Quote.parser());

    @Test
    void readsWhatItWrote() {
        Quote quote = Quote.newBuilder().setBidPrice("1.10").setAskPrice("1.11").build();

        assertThat(deserializer.deserialize("assay.quotes", serializer.serialize("assay.quotes", quote)))
                .isEqualTo(quote);
    }

    @Test
    void keepsATombstone() {
        assertThat(serializer.serialize("assay.quotes", null)).isNull();
        assertThat(deserializer.deserialize("assay.quotes", null)).isNull();
    }

    @Test
    void namesTheTopicOfUnreadableBytes() {
        assertThatThrownBy(() -> deserializer.deserialize("assay.quotes", new byte[] {0x0a, 0x7f}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("assay.quotes");
    }
}
