package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.token.Tokens;
import reactor.core.publisher.Mono;

@Controller("/v1/tokens/{id}/candles")
@Secured(KeyAuthentication.ROLE)
final class TokenCandleResource {

    private final Candles candles;
    private final Tokens tokens;

    TokenCandleResource(Candles candles, Tokens tokens) {
        this.candles = candles;
        this.tokens = tokens;
    }

    @Get
    Mono<HttpResponse<CandlePage>> list(HttpRequest<?> request, @PathVariable String id) {
        return Tokens.isPossible(id)
                ? candles.page(request, new Series.OfToken(id)).switchIfEmpty(Mono.defer(() -> tokens.unknown(id)))
                : tokens.unknown(id);
    }
}
