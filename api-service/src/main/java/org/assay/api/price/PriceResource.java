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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.assay.api.key.KeyAuthentication;
import org.assay.api.openapi.CommonAnswers;
import org.assay.api.problem.Problem;

@Controller("/v1/prices")
@Secured(KeyAuthentication.ROLE)
final class PriceResource {

    private final PriceAnswers answers;

    PriceResource(PriceAnswers answers) {
        this.answers = answers;
    }

    /** The latest reference prices in USD. */
    @Get(produces = MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getPrices",
            tags = "prices",
            summary = "Latest reference prices",
            description =
                    "The latest reference price in USD of up to 250 tokens, in the order of `ids`. A token without a"
                            + " usable price has `usd` null and a `reason`. An id that names no token fails the whole request.",
            parameters =
                    @Parameter(
                            name = "ids",
                            in = ParameterIn.QUERY,
                            required = true,
                            description =
                                    "1 to 250 token ids with commas between; an id given twice is answered twice.",
                            schema = @Schema(implementation = String.class),
                            example = "bitcoin,ethereum"))
    @ApiResponse(
            responseCode = "200",
            description = "The prices, as they are known now.",
            headers = {
                @Header(
                        name = "ETag",
                        description = "Changes with the prices; weak.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "RateLimit",
                        description = "What is left of the quotas.",
                        schema = @Schema(implementation = String.class),
                        example = "\"burst\";r=299;t=41"),
                @Header(
                        name = "RateLimit-Policy",
                        description = "The quotas of the key's plan.",
                        schema = @Schema(implementation = String.class),
                        example = "\"burst\";q=300;w=60")
            },
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PricePage.class)))
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_token`: errors names each id that is not a token's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @CommonAnswers
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
