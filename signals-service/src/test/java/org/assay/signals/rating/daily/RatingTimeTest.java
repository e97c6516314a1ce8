package org.assay.signals.rating.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.assay.events.token.TokenDirectory;
import org.assay.ratings.grade.Grader;
import org.assay.ratings.model.ModelStore;
import org.assay.signals.rating.SyntheticMarket;
import org.assay.signals.rating.TokenCatalogue;
import org.assay.signals.rating.bars.DailyBars;
import org.assay.signals.rating.bars.Supplies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RatingTimeTest {

    private static final int FIRST = Math.toIntExact(LocalDate.of(2025, 1, 1).toEpochDay());
    private static final int DAYS = 460;

    @Test
    @Timeout(120)
    void aThousandTokensAreRatedInSeconds() {
        TokenCatalogue catalogue = new TokenCatalogue(TokenDirectory.bundled());
        DailyBars bars = new SyntheticMarket(1_000, FIRST, DAYS, 1).bars();
        int last = FIRST + DAYS - 1;
        Grader grader = new Grader(ModelStore.shippedModel(), catalogue.exclusions());
        grader.grade(bars.panel(last, Supplies.none()), DAYS - 1);
        long began = System.nanoTime();
        int graded = grader.grade(bars.panel(last, Supplies.none()), DAYS - 1)
                .tokens()
                .size();
        System.out.printf(
                "1,000 tokens: %d graded in %d ms%n",
                graded, Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(graded).isEqualTo(1_000);
    }
}
