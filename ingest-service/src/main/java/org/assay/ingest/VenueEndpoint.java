package org.assay.ingest;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for one venue's public addresses, under {@code assay.ingest.endpoints.<venue>}.
 *
 * @param venue the venue's id
 * @param websocket WebSocket base address; the venue's own when absent
 * @param rest REST base address; the venue's own when absent
 */
@EachProperty("assay.ingest.endpoints")
public record VenueEndpoint(
        @Parameter String venue,
        @Nullable URI websocket,
        @Nullable URI rest) {}
