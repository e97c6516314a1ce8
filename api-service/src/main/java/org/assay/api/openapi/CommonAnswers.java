package org.assay.api.openapi;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.assay.api.problem.Problem;

/** On an operation: the answers, besides its own, that every resource may give. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
        responseCode = "304",
        description = "What If-None-Match names is still current. Not counted against quotas.")
@ApiResponse(
        responseCode = "400",
        description = "`invalid_parameter` (errors names it; unknown parameters are refused too), `invalid_cursor`, or"
                + " `malformed_request`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "401",
        description = "`api_key_missing`, `api_key_malformed`, `api_key_unknown` or `api_key_revoked`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "`forbidden`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "406",
        description = "`not_acceptable`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "414",
        description = "`uri_too_long`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "429",
        description = "`rate_limited`: the quota of the key's plan is used up.",
        headers =
                @Header(
                        name = "Retry-After",
                        description = "Seconds to wait at least.",
                        schema = @Schema(implementation = Integer.class)),
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "431",
        description = "`headers_too_large`.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "500",
        description = "`internal_error`: a defect of this service; its log has it under request_id.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "`upstream_unavailable` or `overloaded`: the same request may succeed later.",
        headers =
                @Header(
                        name = "Retry-After",
                        description = "Seconds to wait at least.",
                        schema = @Schema(implementation = Integer.class)),
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public @interface CommonAnswers {}
