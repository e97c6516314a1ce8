package org.assay.api.candle;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.market.MarketId;
import reactor.core.publisher.Mono;

@Controller("/v1/markets/{market:.+}/candles")
@Secured(KeyAuthentication.ROLE)
final class MarketCandleResource {

    private final Candles candles;

    MarketCandleResource(Candles candles) {
        this.candles = candles;
    }

    @Get
    Mono<HttpResponse<CandlePage>> list(HttpRequest<?> request, @PathVariable String market) {
        MarketId id = MarketId.ofPath(market);
        return candles.page(request, new Series.OfMarket(id.venue(), id.symbol()))
                .switchIfEmpty(Mono.defer(() -> Mono.error(id.unknown())));
    }
}
