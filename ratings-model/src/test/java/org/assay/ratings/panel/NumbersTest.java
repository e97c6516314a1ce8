package org.assay.ratings.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void every_number_is_read_as_the_nearest_double() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(80) - 40);
            assertThat(parse(Double.toString(value))).isEqualTo(value);
            String decimal = new java.math.BigDecimal(value)
                    .round(new java.math.MathContext(1 + random.nextInt(20)))
                    .toPlainString();
            assertThat(parse(decimal)).isEqualTo(Double.parseDouble(decimal));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "NaN", "nan", "NA", "n/a", "null", "None"})
    void ways_to_write_that_there_is_none(String text) {
        assertThat(parse(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "1e", "1,5", "0x1", "1d", "ten", "1 2"})
    void no_numbers(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Numbers.parse(bytes, 0, bytes.length);
    }
}
