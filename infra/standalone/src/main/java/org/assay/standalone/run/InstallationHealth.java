package org.assay.standalone.run;

import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The health of the services that run beside the API, told through the API's own readiness. */
final class InstallationHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ApplicationContext> services = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** From now on this service counts too. */
    void watch(String name, ApplicationContext service) {
        services.put(name, service);
    }

    /** All parts have started; before, the installation is not ready whatever its parts say. */
    void complete() {
        complete = true;
    }

    /** Which parts are not well, with what they say; empty when all are. */
    String complaints() {
        List<HealthResult> results = results().block(PATIENCE);
        return results == null
                ? "no answer"
                : results.stream()
                        .filter(result -> !up(result))
                        .map(result -> result.getName() + " "
                                + result.getStatus().getName().toLowerCase(java.util.Locale.ROOT)
                                + (result.getDetails() == null ? "" : " " + result.getDetails()))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return results().map(results -> HealthResult.builder(
                        "installation",
                        complete && results.stream().allMatch(InstallationHealth::up)
                                ? HealthStatus.UP
                                : HealthStatus.DOWN)
                .details(results.stream()
                        .collect(Collectors.toMap(HealthResult::getName, result -> result, (one, two) -> two)))
                .build());
    }

    private Mono<List<HealthResult>> results() {
        return Flux.fromIterable(services.entrySet())
                .flatMap(service -> of(service.getKey(), service.getValue()))
                .collectList();
    }

    /** What one service's own indicators say; the framework's count on an HTTP server that it does not have here. */
    private static Flux<HealthResult> of(String name, ApplicationContext service) {
        if (!service.isRunning()) {
            return Flux.just(HealthResult.builder(name, HealthStatus.DOWN).build());
        }
        return Flux.fromIterable(service.getBeansOfType(HealthIndicator.class))
                .filter(indicator -> indicator.getClass().getName().startsWith("org.assay."))
                .flatMap(HealthIndicator::getResult)
                .map(result -> HealthResult.builder(name + "." + result.getName(), result.getStatus())
                        .details(result.getDetails())
                        .build());
    }

    private static boolean up(HealthResult result) {
        return HealthStatus.UP.equals(result.getStatus());
    }
}
