package org.assay.api.price;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assay.events.token.Token;
import org.assay.events.token.TokenDirectory;
import org.assay.events.v1.Price;
import org.jspecify.annotations.Nullable;

/** The latest price of every known token. */
@Singleton
final class PriceBoard {

    private final Map<String, RenderedPrice> prices = new ConcurrentHashMap<>();
    private volatile boolean complete;

    PriceBoard() {
        know(TokenDirectory.bundled().tokens().stream().map(Token::id).toList());
    }

    /** Takes in a price; the token is known from now on. */
    void put(String token, Price price) {
        prices.put(token, RenderedPrice.of(token, price));
    }

    /** Makes token ids known, with or without a price. */
    void know(Collection<String> tokens) {
        tokens.forEach(token -> prices.computeIfAbsent(token, RenderedPrice::none));
    }

    /** The latest price; null when there is no such token. */
    @Nullable
    RenderedPrice get(String token) {
        return prices.get(token);
    }

    /** The feed has been read to where it stood when this process began. */
    void markComplete() {
        complete = true;
    }

    /** False until then: a price that is missing may just not have been read yet. */
    boolean isComplete() {
        return complete;
    }
}
