package org.assay.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class KeyFormatTest {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Test
    void hasThePrefixThirtyRandomCharactersAndTheChecksumOfThem() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String key = KeyFormat.generate(new SecureRandom());
            assertThat(key).matches("ask_[0-9A-Za-z]{36}");
            assertThat(KeyFormat.isWellFormed(key)).isTrue();
            CRC32 crc = new CRC32();
            crc.update(key.substring(0, 34).getBytes(StandardCharsets.US_ASCII));
            long sum = 0;
            for (char digit : key.substring(34).toCharArray()) {
                sum = sum * 62 + BASE62.indexOf(digit);
            }
            assertThat(sum).isEqualTo(crc.getValue());
            assertThat(seen.add(key)).isTrue();
        }
    }

    @Test
    void refusesEveryKeyWithOneCharacterChanged() {
        String key = KeyFormat.generate(new SecureRandom());
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(KeyFormat.isWellFormed(key.substring(0, i) + other + key.substring(i + 1)))
                    .isFalse();
        }
        assertThat(KeyFormat.isWellFormed(key + "x")).isFalse();
        assertThat(KeyFormat.isWellFormed(key.substring(1))).isFalse();
        assertThat(KeyFormat.isWellFormed("")).isFalse();
        assertThat(KeyFormat.isWellFormed(key.replace(key.charAt(10), '\u00e9')))
                .isFalse();
    }
}
