package org.assay.standalone.run;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;

/** Lets the API's metrics endpoint tell those of the services that have no HTTP server of their own here. */
final class SharedMetrics {

    private final PrometheusMeterRegistry told;

    /** @param api the service whose endpoint is scraped */
    SharedMetrics(ApplicationContext api) {
        this.told = api.getBean(PrometheusMeterRegistry.class);
    }

    void include(ApplicationContext service) {
        service.findBean(CompositeMeterRegistry.class).ifPresent(registry -> registry.add(told));
    }
}
