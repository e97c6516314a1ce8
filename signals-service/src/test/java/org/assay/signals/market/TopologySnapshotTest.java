package org.assay.signals.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TopologySnapshotTest {

    @Test
    void theTopologyIsTheOneThatTheStateOfRunningInstallationsFits() throws IOException {
        String topology = MarketTopology.build(
                        MarketDriver.replayRules(), MarketDriver.priceRules(), id -> false, new SimpleMeterRegistry())
                .describe()
                .toString();

        try (InputStream in = getClass().getResourceAsStream("topology.txt")) {
            String committed = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(topology.strip()).isEqualTo(committed.strip());
        }
    }
}
