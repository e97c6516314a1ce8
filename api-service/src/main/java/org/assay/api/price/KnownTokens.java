package org.assay.api.price;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the board's token ids in step with the database, for tokens that have no price yet. */
@Singleton
final class KnownTokens {

    private static final Logger LOG = LoggerFactory.getLogger(KnownTokens.class);

    private final TokenIds ids;
    private final PriceBoard board;

    KnownTokens(TokenIds ids, PriceBoard board) {
        this.ids = ids;
        this.board = board;
    }

    @Scheduled(fixedDelay = "${assay.api.price.directory-refresh:30s}")
    void refresh() {
        try {
            List<String> all = ids.all().collectList().block(Duration.ofSeconds(10));
            board.know(all == null ? List.of() : all);
        } catch (RuntimeException e) {
            // The next run will read them; until then a token just listed has no price and is unknown here.
            LOG.debug("The token ids cannot be read now: {}", e.toString());
        }
    }
}
