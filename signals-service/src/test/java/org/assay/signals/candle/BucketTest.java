package org.assay.signals.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.assay.signals.state.StateReader;
import org.assay.signals.state.StateWriter;
import org.junit.jupiter.api.Test;

class BucketTest {

    private final StateWriter out = new StateWriter();

    @Test
    void aBucketIsReadAsItWasWritten() {
        Bucket bucket = sample();
        bucket.write(out);
        byte[] bytes = out.take();

        Bucket read = Bucket.read(new StateReader(bytes));

        read.write(out);
        assertThat(out.take()).isEqualTo(bytes);
        assertThat(read.revision()).isEqualTo(1);
        assertThat(read.holdsId(42)).isTrue();
        assertThat(read.close(out)).as("nothing new to say").isFalse();
    }

    /** These bytes lie in the stores of running installations: they must stay readable. */
    @Test
    void theStoredFormIsStable() {
        sample().write(out);

        assertThat(HexFormat.of().formatHex(out.take()))
                .isEqualTo("0101020201020201020201020201000a01020a020000015942485f8106ff75d00f0234320002343200015400");
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> Bucket.read(new StateReader(new byte[] {9})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format 9");
    }

    private Bucket sample() {
        Bucket bucket = Bucket.empty();
        Execution trade = execution(42, "0.1");
        bucket.addId(42, out);
        bucket.add(trade);
        bucket.close(out);
        return bucket;
    }

    private static Execution execution(long id, String price) {
        return new Execution(1_000, Long.toString(id), true, id, ExactDecimal.parse(price), new BigDecimal("5"), 1);
    }
}
