package org.assay.signals.sink.directory;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.assay.events.token.TokenDirectory;

/** The directory that ships with the product. */
@Factory
final class TokenDirectoryFactory {

    @Singleton
    @Requires(missingBeans = TokenDirectory.class)
    TokenDirectory directory() {
        return TokenDirectory.bundled();
    }
}
