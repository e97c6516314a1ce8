package org.assay.api.token;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.list.ListBounds;
import org.assay.api.list.Listing;
import org.assay.api.list.Page;
import org.assay.api.list.PageRequest;
import org.assay.api.list.Paged;
import org.assay.api.list.Revalidation;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.query.QueryParameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens")
@Secured(KeyAuthentication.ROLE)
final class TokenResource {

    /** A new listing may wait this long to be seen. */
    private static final Duration CADENCE = Duration.ofSeconds(60);

    private final TokenStore store;
    private final Tokens tokens;
    private final Listing listing;

    TokenResource(TokenStore store, Tokens tokens, Listing listing) {
        this.store = store;
        this.tokens = tokens;
        this.listing = listing;
    }

    @Get
    @Operation(
            operationId = "listTokens",
            tags = "tokens",
            summary = "Tokens",
            description = "The tokens of the directory and those that a single venue lists. Filters narrow together.",
            parameters = {
                @Parameter(
                        name = "symbol",
                        in = ParameterIn.QUERY,
                        description = "The whole ticker, in any case; several tokens may share one.",
                        schema = @Schema(implementation = String.class),
                        example = "BTC"),
                @Parameter(
                        name = "category",
                        in = ParameterIn.QUERY,
                        description = "Category slug.",
                        schema = @Schema(implementation = String.class),
                        example = "layer-1"),
                @Parameter(
                        name = "stablecoin",
                        in = ParameterIn.QUERY,
                        description = "Whether it is meant to hold a peg.",
                        schema = @Schema(implementation = Boolean.class)),
                @Parameter(
                        name = "wrapped",
                        in = ParameterIn.QUERY,
                        description = "Whether it stands for another token.",
                        schema = @Schema(implementation = Boolean.class)),
                @Parameter(
                        name = "venue",
                        in = ParameterIn.QUERY,
                        description = "A venue that has a market of it.",
                        schema = @Schema(implementation = String.class),
                        example = "kraken"),
                @Parameter(
                        name = "q",
                        in = ParameterIn.QUERY,
                        description = "Part of id, symbol or name, in any case; at most 100 characters.",
                        schema = @Schema(implementation = String.class),
                        example = "bit"),
                @Parameter(
                        name = "sort",
                        in = ParameterIn.QUERY,
                        description = "Order; - turns it round. Tokens without a rank come last by rank.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"rank", "-rank", "symbol", "-symbol", "name", "-name"},
                                        defaultValue = "rank"))
            })
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "A page of tokens.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "Weak: ages do not count.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Link",
                        description = "rel=next, where there is a next page.",
                        schema = @Schema(implementation = String.class))
            })
    @CommonAnswers
    Mono<HttpResponse<Page<TokenSummary>>> list(HttpRequest<?> request) {
        TokenQuery query = TokenQuery.of(request);
        PageRequest page = listing.request(request, ListBounds.STANDARD);
        return store.list(query, page)
                .map(rows -> Revalidation.of(
                        request,
                        listing.page(request, page, rows, TokenStore.Entry::sortKey, TokenResource::body),
                        rows,
                        CADENCE));
    }

    @Get("/{id}")
    @Operation(
            operationId = "getToken",
            tags = "tokens",
            summary = "One token",
            description = "The token with its categories, contracts and venues.")
    @OfToken
    @ApiResponse(
            responseCode = "200",
            description = "The token.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "Weak: ages do not count.",
                        schema = @Schema(implementation = String.class))
            })
    @CommonAnswers
    Mono<HttpResponse<TokenDetail>> get(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.of(request, Set.of());
        return tokens.require(id).map(token -> Revalidation.of(request, HttpResponse.ok(token), token, CADENCE));
    }

    private static Page<TokenSummary> body(List<TokenStore.Entry> entries, @Nullable String nextCursor) {
        return new Page<>(entries.stream().map(TokenStore.Entry::token).toList(), nextCursor);
    }
}
