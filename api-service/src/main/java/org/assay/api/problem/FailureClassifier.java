package org.assay.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.r2dbc.spi.R2dbcException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Names a failure that arose in the framework or below in terms of our own taxonomy. */
final class FailureClassifier {

    private FailureClassifier() {}

    /**
     * @param status what the HTTP layer would answer
     * @param cause what was thrown, if anything was
     * @param message what the HTTP layer says about it
     */
    static Failure classify(int status, @Nullable Throwable cause, @Nullable String message) {
        Failure known = cause == null ? null : classify(cause);
        return known != null ? known : byStatus(status, message);
    }

    private static @Nullable Failure classify(Throwable cause) {
        return switch (cause) {
            case FailureException failure -> failure.failure();
            case ConstraintViolationException violations -> violated(violations);
            case UnsatisfiedRouteException unsatisfied -> missing(unsatisfied.getArgument());
            case ConversionErrorException conversion -> unreadable(conversion);
            case JsonSyntaxException json -> malformedJson(json);
            case JsonProcessingException json -> malformedJson(json);
            case R2dbcException database -> databaseAway(database);
            case TimeoutException timeout ->
                new Failure.Retryable(
                        ProblemCode.UPSTREAM_UNAVAILABLE,
                        "The answer could not be had in time.",
                        Duration.ofSeconds(5));
            default -> null;
        };
    }

    private static Failure violated(ConstraintViolationException violations) {
        List<ParameterError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new ParameterError(lastName(violation), violation.getMessage()))
                .sorted((a, b) -> a.parameter().compareTo(b.parameter()))
                .toList();
        return new Failure.Rejected(ProblemCode.INVALID_PARAMETER, "A parameter is out of its range.", errors);
    }

    private static String lastName(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName() == null ? last : node.getName();
        }
        return snakeCase(last);
    }

    private static Failure missing(Argument<?> argument) {
        String name = parameterName(argument);
        return new Failure.Rejected(
                ProblemCode.INVALID_PARAMETER, name + " is needed.", List.of(new ParameterError(name, "is needed")));
    }

    private static Failure unreadable(ConversionErrorException conversion) {
        if (conversion.getCause() instanceof JsonProcessingException json) {
            return malformedJson(json);
        }
        String name = parameterName(conversion.getArgument());
        String wanted = conversion.getArgument().getType().getSimpleName().toLowerCase(Locale.ROOT);
        return new Failure.Rejected(
                ProblemCode.INVALID_PARAMETER,
                name + " cannot be read.",
                List.of(new ParameterError(name, "is not a valid " + wanted)));
    }

    private static Failure malformedJson(Throwable json) {
        String where = json instanceof JsonProcessingException processing && processing.getLocation() != null
                ? " (line " + processing.getLocation().getLineNr() + ", column "
                        + processing.getLocation().getColumnNr() + ")"
                : "";
        return new Failure.Rejected(
                ProblemCode.MALFORMED_JSON, "The body is not the JSON that is expected here" + where + ".", List.of());
    }

    private static Failure databaseAway(R2dbcException database) {
        String state = database.getSqlState();
        // A constraint, a syntax error, a wrong type: our own defect. All else is the connection or the server's state.
        boolean ours = state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
        return ours
                ? new Failure.Fatal(ProblemCode.INTERNAL_ERROR, "The request met a defect of this service.")
                : new Failure.Retryable(
                        ProblemCode.UPSTREAM_UNAVAILABLE,
                        "The database does not answer just now.",
                        Duration.ofSeconds(5));
    }

    private static Failure byStatus(int status, @Nullable String message) {
        ProblemCode code =
                switch (status) {
                    case 401 -> ProblemCode.API_KEY_MISSING;
                    case 403 -> ProblemCode.FORBIDDEN;
                    case 404 -> ProblemCode.ROUTE_NOT_FOUND;
                    case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemCode.NOT_ACCEPTABLE;
                    case 408 -> ProblemCode.REQUEST_TIMEOUT;
                    case 413 -> ProblemCode.CONTENT_TOO_LARGE;
                    case 414 -> ProblemCode.URI_TOO_LONG;
                    case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    case 429 -> ProblemCode.RATE_LIMITED;
                    case 431 -> ProblemCode.HEADERS_TOO_LARGE;
                    case 503 -> ProblemCode.UPSTREAM_UNAVAILABLE;
                    case 400 -> ProblemCode.MALFORMED_REQUEST;
                    default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.REQUEST_REJECTED;
                };
        if (status >= 500 && code == ProblemCode.INTERNAL_ERROR) {
            return new Failure.Fatal(code, "The request met a defect of this service.");
        }
        if (status == 503) {
            return new Failure.Retryable(code, "The service cannot answer just now.", Duration.ofSeconds(5));
        }
        return new Failure.Rejected(code, message == null ? reason(status) : message, List.of());
    }

    private static String reason(int status) {
        try {
            return HttpStatus.valueOf(status).getReason() + ".";
        } catch (IllegalArgumentException unknownStatus) {
            return "The request was rejected with status " + status + ".";
        }
    }

    private static String parameterName(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue("io.micronaut.http.annotation.QueryValue")
                .or(() -> argument.getAnnotationMetadata().stringValue("io.micronaut.core.bind.annotation.Bindable"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> snakeCase(argument.getName()));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
