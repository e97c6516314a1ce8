package org.assay.api;

import static java.util.Map.entry;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assay.api.key.KeysCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the API: alone from {@link #main}, or embedded by {@link #start}. */
public final class ApiService {

    private static final String LOGBACK_SETTING = "logback.configurationFile";

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
                entry("micronaut.security.enabled", true),
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
