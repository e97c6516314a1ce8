package org.assay.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void keepsTheTopicsOfOneTokenEquallyWide() {
        assertThat(Arrays.stream(new Topic[] {Topic.TRADES, Topic.QUOTES, Topic.PRICES, Topic.CANDLES})
                        .map(topic -> topic.declaration(12, (short) 3).numPartitions()))
                .containsOnly(12);
    }

    @Test
    void declaresRetentionByTheTimeOfWriting() {
        NewTopic trades = Topic.TRADES.declaration(4, (short) 1);

        assertThat(trades.name()).isEqualTo("assay.trades");
        assertThat(trades.replicationFactor()).isEqualTo((short) 1);
        assertThat(trades.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "259200000")
                .containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void compactsWhatIsAState() {
        assertThat(Arrays.stream(Topic.values())
                        .filter(topic -> "compact".equals(topic.settings().get("cleanup.policy"))))
                .containsExactlyInAnyOrder(Topic.INSTRUMENTS, Topic.VENUE_STATUS, Topic.STREAM_POSITIONS, Topic.PRICES);
    }
}
