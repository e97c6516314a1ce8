package org.assay.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer with a status of 400 and above: RFC 9457 with three members of our own.
 *
 * @param type URI reference of the kind of problem
 * @param title one line, the same for every problem of the type
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance the path that was asked for, without its query
 * @param code the stable name of the kind of problem
 * @param requestId the same as in the header X-Request-Id and in the log
 * @param errors the offending parameters; absent when none is to blame
 * @param violatedPolicies the names of the quotas used up; only with {@code rate_limited}
 */
@Introspected
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        @Nullable List<ParameterError> errors,
        @JsonProperty("violated-policies") @Nullable List<String> violatedPolicies) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Failure failure, String path, String requestId) {
        ProblemCode code = failure.code();
        List<ParameterError> errors = failure instanceof Failure.Rejected rejected ? rejected.errors() : List.of();
        List<String> violated = failure instanceof Failure.Retryable later ? later.violatedPolicies() : List.of();
        return new Problem(
                code.type(),
                code.title(),
                code.status(),
                failure.detail(),
                path,
                code.code(),
                requestId,
                errors.isEmpty() ? null : errors,
                violated.isEmpty() ? null : violated);
    }

    Problem withStatus(int httpStatus) {
        return new Problem(type, title, httpStatus, detail, instance, code, requestId, errors, violatedPolicies);
    }
}
