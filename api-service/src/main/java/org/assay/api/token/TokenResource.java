package org.assay.api.token;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.query.QueryParameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens")
@Secured(KeyAuthentication.ROLE)
@Tag(name = "tokens")
final class TokenResource {

    private final TokenStore store;
    private final Tokens tokens;
    private final Listing listing;

    TokenResource(TokenStore store, Tokens tokens, Listing listing) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
    }

    @Get
    Mono<HttpResponse<Page<TokenSummary>>> list(HttpRequest<?> request) {
        TokenQuery query = TokenQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page)
                .map(rows -> listing.page(request, page, rows, TokenStore.Entry::sortKey, TokenResource::body));
    }

    @Get("/{id}")
    Mono<HttpResponse<TokenDetail>> get(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.of(request, Set.of());
        return tokens.require(id).map(HttpResponse::ok);
    }

    private static Page<TokenSummary> body(List<TokenStore.Entry> entries, @Nullable String nextCursor) {
        return new Page<>(entries.stream().map(TokenStore.Entry::token).toList(), nextCursor);
    }
}
