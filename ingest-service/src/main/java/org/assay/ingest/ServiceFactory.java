package org.assay.ingest;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.assay.events.token.TokenDirectory;
import org.assay.ingest.venue.registry.VenueAdapters;

/** What the service takes from outside when nothing else is given. */
@Factory
final class ServiceFactory {

    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Requires(missingBeans = TokenDirectory.class)
    TokenDirectory tokenDirectory(IngestConfig config, Venues venues) {
        return TokenDirectory.bundled().withVenueCodes(AssetCodeSettings.read(config.assetCodes(), venues));
    }

    @Singleton
    @Requires(missingBeans = Venues.class)
    Venues venues() {
        return new Venues(VenueAdapters.all());
    }
}
