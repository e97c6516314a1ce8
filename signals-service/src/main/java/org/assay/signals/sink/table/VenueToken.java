package org.assay.signals.sink.table;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A token that only one venue's listing made known.
 *
 * @param id {@code <symbol>-<venue>} as a slug. Where the slug does not spell the venue's code out in full (other
 *     characters than letters and digits, lower case), a checksum of the code keeps two codes apart
 * @param symbol the venue's code
 */
record VenueToken(String id, String symbol) {

    static VenueToken of(String venue, String code) {
        String slug =
                code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean spelled = slug.toUpperCase(Locale.ROOT).equals(code);
        String stem = spelled ? slug : slug.isEmpty() ? checksum(code) : slug + "-" + checksum(code);
        return new VenueToken(stem + "-" + venue, code);
    }

    private static String checksum(String code) {
        CRC32 crc = new CRC32();
        crc.update(code.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
