package org.assay.api.price;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assay.events.v1.Price;
import org.assay.events.v1.PriceSource;

/**
 * A token's latest price as the JSON it is answered with. All but the age is written once, when the price arrives; the age
 * and what follows from it depend on the moment of the answer.
 */
final class RenderedPrice {

    private static final byte[] STALE = ascii(",\"stale\":true,");
    private static final byte[] FRESH = ascii(",\"stale\":false,");
    private static final byte[] NO_AGE = ascii("null");
    private static final long NEVER = Long.MIN_VALUE;

    /** An upper bound of what {@link #write} adds to the two constant parts. */
    private static final int VARIABLE = 20 + 16;

    private final byte[] beforeAge;
    private final byte[] afterStale;
    private final boolean known;
    private final long asOfMillis;
    private final long contentHash;

    private RenderedPrice(byte[] beforeAge, byte[] afterStale, boolean known, long asOfMillis) {
        this.beforeAge = beforeAge;
        this.afterStale = afterStale;
        this.known = known;
        this.asOfMillis = asOfMillis;
        this.contentHash = Hash64.of(afterStale, Hash64.of(beforeAge, Hash64.SEED));
    }

    static RenderedPrice of(String token, Price price) {
        boolean known = price.hasUsd();
        StringBuilder head = new StringBuilder(96);
        head.append("{\"id\":")
                .append(quoted(token))
                .append(",\"usd\":")
                .append(known ? quoted(price.getUsd()) : "null");
        head.append(",\"as_of\":").append(price.hasAsOfUs() ? time(price.getAsOfUs()) : "null");
        head.append(",\"age_ms\":");
        StringBuilder tail = new StringBuilder(64 + 160 * price.getSourcesCount());
        tail.append("\"sources\":[");
        for (int i = 0; i < price.getSourcesCount(); i++) {
            source(tail.append(i == 0 ? "" : ","), price.getSources(i));
        }
        tail.append("],\"reason\":")
                .append(known ? "null" : quoted(price.getReason()))
                .append('}');
        return new RenderedPrice(
                utf8(head), utf8(tail), known, price.hasAsOfUs() ? Math.floorDiv(price.getAsOfUs(), 1_000) : NEVER);
    }

    /** A token that has had no price since the platform began to watch it. */
    static RenderedPrice none(String token) {
        String head = "{\"id\":" + quoted(token) + ",\"usd\":null,\"as_of\":null,\"age_ms\":";
        return new RenderedPrice(utf8(head), ascii("\"sources\":[],\"reason\":\"no_price_yet\"}"), false, NEVER);
    }

    /** How many bytes {@link #write} may need. */
    int maxLength() {
        return beforeAge.length + VARIABLE + afterStale.length;
    }

    /** Appends the JSON object as of a moment. */
    void write(ByteBuf out, long nowMillis, long staleAfterMillis) {
        out.writeBytes(beforeAge);
        if (asOfMillis == NEVER) {
            out.writeBytes(NO_AGE);
        } else {
            digits(out, Math.max(0, nowMillis - asOfMillis));
        }
        out.writeBytes(isStale(nowMillis, staleAfterMillis) ? STALE : FRESH).writeBytes(afterStale);
    }

    /** True when there is no price, or its newest trade is older than the limit. */
    boolean isStale(long nowMillis, long staleAfterMillis) {
        return !known || asOfMillis == NEVER || nowMillis - asOfMillis > staleAfterMillis;
    }

    /** The same for the same price on every instance. */
    long contentHash() {
        return contentHash;
    }

    private static void source(StringBuilder json, PriceSource source) {
        json.append("{\"venue\":").append(quoted(source.getVenue()));
        json.append(",\"symbol\":").append(quoted(source.getSymbol()));
        json.append(",\"usd\":").append(nullable(source.getPrice()));
        json.append(",\"weight\":").append(nullable(source.getWeight()));
        json.append(",\"conversion_source\":").append(nullable(source.getConversionSource()));
        json.append(",\"excluded\":").append(nullable(source.getExcluded())).append('}');
    }

    private static String nullable(String text) {
        return text.isEmpty() ? "null" : quoted(text);
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static String time(long micros) {
        return "\"" + Instant.EPOCH.plus(micros, ChronoUnit.MICROS) + "\"";
    }

    private static void digits(ByteBuf out, long number) {
        long divisor = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            out.writeByte((byte) ('0' + number / divisor % 10));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
