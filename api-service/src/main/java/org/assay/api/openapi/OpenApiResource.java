package org.assay.api.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** The API's description, and a page to try it on. Open to everybody; everything on the page comes from this service. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class OpenApiResource {

    /** Scripts and styles from here alone; Swagger UI sets styles by script and draws its icons from data URIs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final OpenApiDocument document;

    OpenApiResource(OpenApiDocument document) {
        this.document = document;
    }

    @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> json() {
        return cacheable(document.json());
    }

    @Get(value = "/openapi.yml", produces = "application/yaml")
    HttpResponse<byte[]> yaml() {
        return cacheable(document.yaml());
    }

    @Get("/openapi")
    HttpResponse<?> page() {
        return HttpResponse.redirect(URI.create("/docs"));
    }

    @Get(value = "/docs", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> docs() {
        return cacheable(resource("docs.html")).header("Content-Security-Policy", POLICY);
    }

    @Get(value = "/docs/start.js", produces = "text/javascript")
    HttpResponse<byte[]> script() {
        return cacheable(resource("docs.js"));
    }

    private static MutableHttpResponse<byte[]> cacheable(byte[] body) {
        return HttpResponse.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static byte[] resource(String name) {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not in this jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
