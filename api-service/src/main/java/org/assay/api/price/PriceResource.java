package org.assay.api.price;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.assay.api.key.KeyAuthentication;

@Controller("/v1/prices")
@Secured(KeyAuthentication.ROLE)
final class PriceResource {

    private final PriceAnswers answers;

    PriceResource(PriceAnswers answers) {
        this.answers = answers;
    }

    /** The latest reference prices in USD. */
    @Get(produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> prices(HttpRequest<?> request) {
        PriceAnswers.Answer answer = answers.answer(
                request.getUri().getRawQuery(), request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        MutableHttpResponse<byte[]> response =
                answer.isUnchanged() ? HttpResponse.notModified() : HttpResponse.ok(body(answer));
        return response.header(HttpHeaders.ETAG, answer.tag())
                .header(HttpHeaders.CACHE_CONTROL, PriceAnswers.CACHE_CONTROL)
                .header(HttpHeaders.VARY, PriceAnswers.VARY);
    }

    private static byte[] body(PriceAnswers.Answer answer) {
        ByteBuf body = answer.body(UnpooledByteBufAllocator.DEFAULT);
        try {
            return ByteBufUtil.getBytes(body);
        } finally {
            body.release();
        }
    }
}
