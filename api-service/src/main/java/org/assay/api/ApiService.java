package org.assay.api;

import static java.util.Map.entry;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assay.api.key.KeysCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the API: alone from {@link #main}, or embedded by {@link #start}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Assay API",
                        version = "1",
                        description =
                                "Reference prices, candles, markets, grades, signals and indices of crypto tokens. Decimals are strings,"
                                        + " times are RFC 3339 in UTC, an unknown value is null with a reason. Every error is an RFC"
                                        + " 9457 problem with a stable `code`. Quotas are told in `RateLimit-Policy` and `RateLimit`.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "api_key")})
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key (`ask_...`) as a bearer token.")
@SecurityScheme(
        name = "api_key",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = "x-api-key",
        description = "An API key (`ask_...`).")
public final class ApiService {

    private static final String LOGBACK_SETTING = "logback.configurationFile";

    /** The version of the webjar that the page at /docs is made of. */
    private static final String SWAGGER_UI = "5.30.2";

    private ApiService() {}

    /**
     * Serves until the process is told to stop; with {@code keys ...} as arguments, manages API keys instead and exits.
     * Settings come from the environment, see {@link #defaults()}.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty(LOGBACK_SETTING) == null) {
            System.setProperty(LOGBACK_SETTING, "org/assay/api/logback.xml");
        }
        if (arguments.length > 0 && arguments[0].equals("keys")) {
            System.exit(KeysCommand.run(arguments, settingsFromEnvironment()));
        }
        Logger log = LoggerFactory.getLogger(ApiService.class);
        ApplicationContext context;
        try {
            context = start(Map.of());
        } catch (RuntimeException e) {
            log.error("The API could not start: {}", rootMessage(e), e);
            System.exit(1);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("api-shutdown").unstarted(() -> {
                    context.close();
                    stopped.countDown();
                }));
        log.info("API ready at {}", context.getBean(EmbeddedServer.class).getURI());
        stopped.await();
    }

    /**
     * Starts the API in this process and returns when its port is open. Closing the context stops it.
     *
     * @param settings take precedence over the environment, which takes precedence over {@link #defaults()}
     * @param singletons beans to use instead of the service's own, for instance a {@link java.time.Clock}
     * @throws RuntimeException when Postgres cannot be reached or the port is taken
     */
    public static ApplicationContext start(Map<String, Object> settings, Object... singletons) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put("assay.api.enabled", "true");
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(PropertySource.of("assay-api-defaults", defaults(), Integer.MIN_VALUE))
                .properties(own)
                .singletons(singletons)
                .build();
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The framework settings that this service is built for; all else has its default in its settings record. */
    public static Map<String, Object> defaults() {
        return Map.ofEntries(
                entry("micronaut.application.name", "assay-api"),
                entry("micronaut.server.port", "${assay.api.port:8080}"),
                entry("micronaut.server.max-request-size", "1MB"),
                entry("micronaut.server.idle-timeout", "75s"),
                entry("micronaut.server.netty.max-initial-line-length", 16_384),
                entry("micronaut.server.netty.max-header-size", 16_384),
                entry("jackson.property-naming-strategy", "SNAKE_CASE"),
                entry("jackson.serialization-inclusion", "ALWAYS"),
                entry("jackson.serialization.write-dates-as-timestamps", false),
                entry("micronaut.lifecycle.graceful-shutdown.enabled", true),
                entry("micronaut.lifecycle.graceful-shutdown.grace-period", "10s"),
                entry("micronaut.health.monitor.enabled", false),
                // Only these two: the others tell too much, or change things, to whoever has a key.
                entry("endpoints.all.enabled", false),
                entry("endpoints.health.enabled", true),
                entry("endpoints.health.details-visible", "ANONYMOUS"),
                entry("endpoints.health.jdbc.enabled", false),
                entry("endpoints.health.disk-space.enabled", false),
                // Its filter would be asked at every line that is not logged, Kafka's on the hot path included.
                entry("micronaut.metrics.binders.logback.enabled", false),
                entry("endpoints.prometheus.enabled", true),
                entry("endpoints.prometheus.sensitive", true),
                entry(
                        "micronaut.router.static-resources.docs.paths",
                        "classpath:META-INF/resources/webjars/swagger-ui/" + SWAGGER_UI),
                entry("micronaut.router.static-resources.docs.mapping", "/docs/assets/**"),
                entry("micronaut.security.enabled", true),
                // Nothing issues tokens yet; a secret that nobody knows keeps forged ones out.
                entry(
                        "micronaut.security.token.jwt.signatures.secret.generator.secret",
                        "${assay.api.jwt-secret:" + randomSecret() + "}"),
                entry("micronaut.security.reject-not-found", false),
                entry("assay.postgres.host", "localhost"),
                entry("assay.postgres.port", 5432),
                entry("assay.postgres.database", "assay"),
                entry("assay.postgres.username", "assay"),
                entry("assay.postgres.password", ""),
                entry("assay.kafka.bootstrap-servers", "localhost:9092"),
                entry("assay.redis.uri", "redis://localhost:6379"),
                entry(
                        "r2dbc.datasources.default.url",
                        "r2dbc:pool:postgresql://${assay.postgres.host}:${assay.postgres.port}/${assay.postgres.database}"),
                entry("r2dbc.datasources.default.username", "${assay.postgres.username}"),
                entry("r2dbc.datasources.default.password", "${assay.postgres.password}"),
                entry("r2dbc.datasources.default.dialect", "POSTGRES"),
                entry("r2dbc.datasources.default.options.initialSize", 1),
                entry("r2dbc.datasources.default.options.maxSize", 16),
                entry("r2dbc.datasources.default.options.maxAcquireTime", "PT5S"),
                entry("r2dbc.datasources.default.options.connectTimeout", "PT5S"),
                entry("r2dbc.datasources.default.options.applicationName", "assay-api"),
                entry(
                        "datasources.default.url",
                        "jdbc:postgresql://${assay.postgres.host}:${assay.postgres.port}/${assay.postgres.database}"),
                entry("datasources.default.username", "${assay.postgres.username}"),
                entry("datasources.default.password", "${assay.postgres.password}"),
                entry("datasources.default.maximum-pool-size", 2),
                entry("datasources.default.minimum-idle", 0),
                entry("flyway.datasources.default.enabled", true));
    }

    private static String randomSecret() {
        byte[] secret = new byte[48];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static Map<String, String> settingsFromEnvironment() {
        return Map.of(
                "url",
                "jdbc:postgresql://" + environment("ASSAY_POSTGRES_HOST", "localhost") + ":"
                        + environment("ASSAY_POSTGRES_PORT", "5432") + "/"
                        + environment("ASSAY_POSTGRES_DATABASE", "assay"),
                "username",
                environment("ASSAY_POSTGRES_USERNAME", "assay"),
                "password",
                environment("ASSAY_POSTGRES_PASSWORD", ""));
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
