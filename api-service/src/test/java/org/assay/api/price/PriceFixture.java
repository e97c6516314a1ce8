package org.assay.api.price;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assay.events.topic.Topic;
import org.assay.events.topic.TopicProvisioner;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;
import org.assay.testkit.embedded.EmbeddedServices;

/** Publishes prices as the signals service does. */
public final class PriceFixture {

    private PriceFixture() {}

    /** Makes the topics. */
    public static void createTopics() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", EmbeddedServices.shared().kafka().bootstrapServers()))) {
            new TopicProvisioner(4, (short) 1).apply(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes prices and waits until the broker has them. */
    public static void publish(Price... prices) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        EmbeddedServices.shared().kafka().bootstrapServers(),
                        // A topic this young may refuse the first batch and take the second.
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Price price : prices) {
                var _ = producer.send(
                        new ProducerRecord<>(Topic.PRICES.topicName(), price.getToken(), price.toByteArray()));
            }
            producer.flush();
        }
    }

    /** A price from two venues, one of them left out. */
    public static Price price(String token, String usd, Instant asOf) {
        long micros = asOf.getEpochSecond() * 1_000_000 + asOf.getNano() / 1_000;
        return Price.newBuilder()
                .setToken(token)
                .setUsd(usd)
                .setAsOfUs(micros)
                .setKnownAtUs(micros)
                .addSources(PriceSource.newBuilder()
                        .setVenue("binance")
                        .setSymbol("X-" + token)
                        .setPrice(usd)
                        .setWeight("1")
                        .setConversion("1")
                        .setConversionSource("usd"))
                .addSources(PriceSource.newBuilder()
                        .setVenue("kraken")
                        .setSymbol("X-" + token)
                        .setPrice(usd)
                        .setWeight("0")
                        .setConversion("1")
                        .setConversionSource("usd")
                        .setExcluded("too_old"))
                .build();
    }
}
