package org.assay.api.market;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.assay.events.v1.Candle;
import org.assay.events.v1.Quote;
import org.jspecify.annotations.Nullable;

/** A market of a token, with what was last heard of it. */
@Introspected
@Schema(name = "TokenMarket", description = "A market of a token, with what was last heard of it.")
public record TokenMarket(
        @JsonUnwrapped Market market,

        @Schema(description = "Best bid and offer; null with a quote_reason.", nullable = true) @Nullable
        BestQuote quote,

        @Schema(
                description = "Why there is no quote: not_streamed (this installation does not follow the market),"
                        + " none_yet (it does, and has heard none), unavailable (the store of latest values does not"
                        + " answer). Null when there is one.",
                type = "string",
                nullable = true,
                allowableValues = {"not_streamed", "none_yet", "unavailable"},
                example = "null")
        @Nullable
        String quoteReason,

        @Schema(description = "Last price; null with a last_reason.", nullable = true) @Nullable
        LastPrice last,

        @Schema(
                description = "Why there is no last price, as quote_reason.",
                type = "string",
                nullable = true,
                allowableValues = {"not_streamed", "none_yet", "unavailable"},
                example = "null")
        @Nullable
        String lastReason) {

    static TokenMarket of(Market market, Latest latest, Instant now) {
        @Nullable Quote quote = latest.quotes().get(market.id());
        @Nullable Candle minute = latest.minutes().get(market.id());
        @Nullable BestQuote best = quote == null ? null : BestQuote.of(quote, now);
        @Nullable LastPrice last = minute == null || !minute.hasClose() ? null : LastPrice.of(minute, now);
        String absent = absent(market, latest);
        return new TokenMarket(market, best, best == null ? absent : null, last, last == null ? absent : null);
    }

    private static String absent(Market market, Latest latest) {
        if (!latest.available()) {
            return "unavailable";
        }
        return market.streamed() ? "none_yet" : "not_streamed";
    }

    /** The same at no age. */
    TokenMarket ageless() {
        return new TokenMarket(
                market,
                quote == null ? null : quote.ageless(),
                quoteReason,
                last == null ? null : last.ageless(),
                lastReason);
    }
}
