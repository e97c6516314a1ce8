package org.assay.api.price;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.api.list.EntityTag;
import org.assay.api.problem.Failure;
import org.assay.api.problem.FailureException;
import org.assay.api.problem.ParameterError;
import org.assay.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /v1/prices} means: the one implementation behind both the controller and the short cut in the server's
 * pipeline.
 */
@Singleton
final class PriceAnswers {

    /** The largest number of ids in one request. */
    static final int MAX_IDS = 250;

    /** Ages grow with every millisecond: caches may keep an answer, but must ask before they use it. */
    static final String CACHE_CONTROL = "private, no-cache";

    /** An answer depends on who asks only in that a key is needed. */
    static final String VARY = "Authorization, X-Api-Key";

    private static final String IDS = "ids";
    private static final byte[] BEGIN = "{\"data\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "],\"next_cursor\":null}".getBytes(StandardCharsets.US_ASCII);

    private final PriceBoard board;
    private final Clock clock;
    private final long staleAfterMillis;

    PriceAnswers(PriceBoard board, Clock clock, PriceSettings settings) {
        this.board = board;
        this.clock = clock;
        this.staleAfterMillis = settings.staleAfter().toMillis();
    }

    /**
     * Answers a request.
     *
     * @param query the URI's query as it came, without the question mark; null when there is none
     * @param ifNoneMatch the header of that name, null when absent
     * @throws FailureException with what is wrong with the query
     */
    Answer answer(@Nullable String query, @Nullable String ifNoneMatch) {
        List<RenderedPrice> prices = prices(ids(query));
        long now = clock.millis();
        long hash = Hash64.SEED;
        int length = BEGIN.length + END.length + prices.size();
        for (RenderedPrice price : prices) {
            hash = Hash64.add(hash, price.contentHash() + (price.isStale(now, staleAfterMillis) ? 1 : 0));
            length += price.maxLength();
        }
        String tag = "W/\"" + Long.toHexString(hash) + "\"";
        boolean unchanged = ifNoneMatch != null && EntityTag.matches(ifNoneMatch, tag);
        return new Answer(unchanged ? List.of() : prices, tag, unchanged, length, now);
    }

    private List<RenderedPrice> prices(List<String> ids) {
        List<RenderedPrice> found = new ArrayList<>(ids.size());
        List<ParameterError> unknown = new ArrayList<>(0);
        for (String id : ids) {
            RenderedPrice price = board.get(id);
            if (price == null) {
                unknown.add(new ParameterError(IDS, "unknown token id: " + shortened(id)));
            } else {
                found.add(price);
            }
        }
        if (!board.isComplete()) {
            throw new FailureException(new Failure.Retryable(
                    ProblemCode.UPSTREAM_UNAVAILABLE, "The prices are still being read.", Duration.ofSeconds(1)));
        }
        if (!unknown.isEmpty()) {
            throw new FailureException(new Failure.Rejected(
                    ProblemCode.UNKNOWN_TOKEN, "Not every id is that of a known token; see /v1/tokens.", unknown));
        }
        return found;
    }

    private static List<String> ids(@Nullable String query) {
        String value = query == null ? null : plainValue(query);
        if (value == null) {
            List<String> values = new QueryStringDecoder(query == null ? "" : query, false)
                    .parameters()
                    .get(IDS);
            if (values == null || values.isEmpty()) {
                throw FailureException.invalidParameter(IDS, "is needed: token ids with commas between");
            }
            value = String.join(",", values);
        }
        return split(value);
    }

    /** The value when the query is {@code ids=...} and nothing else, unescaped: nearly always. */
    private static @Nullable String plainValue(String query) {
        if (!query.startsWith("ids=")) {
            return null;
        }
        for (int i = IDS.length() + 1; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '&' || c == '%' || c == '+' || c == ';') {
                return null;
            }
        }
        return query.substring(IDS.length() + 1);
    }

    private static List<String> split(String value) {
        List<String> ids = new ArrayList<>(16);
        int begin = 0;
        while (true) {
            int comma = value.indexOf(',', begin);
            int end = comma < 0 ? value.length() : comma;
            if (end == begin) {
                throw FailureException.invalidParameter(IDS, "has an empty id; give token ids with commas between");
            }
            if (ids.size() == MAX_IDS) {
                throw FailureException.invalidParameter(IDS, "has more than " + MAX_IDS + " ids (the maximum)");
            }
            ids.add(value.substring(begin, end));
            if (comma < 0) {
                return ids;
            }
            begin = comma + 1;
        }
    }

    private static String shortened(String id) {
        return id.length() > 64 ? id.substring(0, 64) + "..." : id;
    }

    /** An answer that is ready to be written. */
    final class Answer {
        private final List<RenderedPrice> prices;
        private final String tag;
        private final boolean unchanged;
        private final int maxLength;
        private final long now;

        private Answer(List<RenderedPrice> prices, String tag, boolean unchanged, int maxLength, long now) {
            this.prices = prices;
            this.tag = tag;
            this.unchanged = unchanged;
            this.maxLength = maxLength;
            this.now = now;
        }

        /** The entity tag; weak, for the ages differ from one moment to the next. */
        String tag() {
            return tag;
        }

        /** The caller has this already: 304. */
        boolean isUnchanged() {
            return unchanged;
        }

        /** The JSON body. The caller releases it. */
        ByteBuf body(ByteBufAllocator allocator) {
            ByteBuf out = allocator.buffer(maxLength);
            out.writeBytes(BEGIN);
            for (int i = 0; i < prices.size(); i++) {
                if (i > 0) {
                    out.writeByte(',');
                }
                prices.get(i).write(out, now, staleAfterMillis);
            }
            return out.writeBytes(END);
        }
    }
}
