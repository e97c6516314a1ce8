package org.assay.api.market;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.token.Tokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/markets")
@Secured(KeyAuthentication.ROLE)
final class TokenMarketResource {

    private final MarketStore store;
    private final LatestReader latest;
    private final Tokens tokens;
    private final Listing listing;
    private final Clock clock;

    TokenMarketResource(MarketStore store, LatestReader latest, Tokens tokens, Listing listing, Clock clock) {
        this.store = store;
        this.latest = latest;
        this.tokens = tokens;
        this.listing = listing;
        this.clock = clock;
    }

    @Get
    Mono<HttpResponse<Page<TokenMarket>>> list(HttpRequest<?> request, @PathVariable String id) {
        MarketQuery query = MarketQuery.of(request, id);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        if (!Tokens.isPossible(id)) {
            return tokens.unknown(id);
        }
        return store.list(query, page)
                .flatMap(rows -> rows.isEmpty() ? tokens.exists(id).thenReturn(rows) : Mono.just(rows))
                .zipWhen(latest::read)
                .map(found -> listing.page(
                        request,
                        page,
                        found.getT1(),
                        MarketStore::sortKey,
                        (markets, next) -> body(markets, next, found.getT2())));
    }

    private Page<TokenMarket> body(List<Market> markets, @Nullable String nextCursor, Latest latestValues) {
        Instant now = clock.instant();
        return new Page<>(
                markets.stream()
                        .map(market -> TokenMarket.of(market, latestValues, now))
                        .toList(),
                nextCursor);
    }
}
