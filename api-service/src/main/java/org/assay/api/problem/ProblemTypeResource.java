package org.assay.api.problem;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;

/** What the type of a problem leads to. */
@Hidden
@Controller("/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
final class ProblemTypeResource {

    @Get("/{code}")
    HttpResponse<ProblemType> get(String code) {
        ProblemCode known = Arrays.stream(ProblemCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> FailureException.rejected(ProblemCode.ROUTE_NOT_FOUND, "There is no such problem."));
        return HttpResponse.ok(new ProblemType(known.type(), known.code(), known.status(), known.title()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }

    /** A kind of problem. */
    @Introspected
    record ProblemType(String type, String code, int status, String title) {}
}
