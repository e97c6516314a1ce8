package org.assay.ratings.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.quant.PriceWalks;
import org.assay.ratings.signal.Position;
import org.junit.jupiter.api.Test;

class SignalScoringTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final double NONE = Double.NaN;
    private static final ScorecardSettings SETTINGS = ScorecardSettings.defaults();

    @Test
    void a_signal_is_entered_and_left_at_the_next_close_it_has() {
        double[] close = {10, 11, NONE, 12, 15, 18};
        double[] signal = {0, 1, 1, 1, 0, 0};

        TokenScore score = score(close, signal).scores().getFirst();

        assertThat(score.trades())
                .containsExactly(new SignalTrade(
                        "A",
                        Position.LONG,
                        FIRST_DAY.plusDays(1),
                        FIRST_DAY.plusDays(3),
                        12,
                        FIRST_DAY.plusDays(5),
                        18,
                        ExitKind.SIGNAL,
                        0.5));
        assertThat(score.holding()).isCloseTo(18 / 11.0 - 1, within(1e-15));
        assertThat(score.from()).isEqualTo(FIRST_DAY.plusDays(1));
        assertThat(score.strategies().get(2).longOnly()).isCloseTo(0.997 * 0.997 * 1.5 - 1, within(1e-12));
        assertThat(score.timeLong()).isEqualTo(0.5);
        assertThat(score.hitRate()).isEqualTo(1);
    }

    @Test
    void a_turn_from_long_to_short_is_two_trades_at_one_close() {
        double[] close = {10, 10, 20, 30, 25};
        double[] signal = {1, 1, -1, -1, -1};

        TokenScore score = score(close, signal).scores().getFirst();

        assertThat(score.trades()).extracting(SignalTrade::position).containsExactly(Position.LONG, Position.SHORT);
        assertThat(score.trades()).extracting(SignalTrade::exit).containsExactly(ExitKind.SIGNAL, ExitKind.OPEN);
        assertThat(score.trades().get(1).grossReturn()).isCloseTo(1 - 25 / 30.0, within(1e-15));
        assertThat(score.strategies().getFirst().longShort()).isCloseTo(3 * (2 - 25 / 30.0) - 1, within(1e-12));
        assertThat(score.strategies().getFirst().longOnly()).isCloseTo(2, within(1e-12));
    }

    @Test
    void a_short_loses_all_at_most() {
        TokenScore score = score(new double[] {10, 10, 50}, new double[] {-1, -1, -1})
                .scores()
                .getFirst();
        assertThat(score.trades().getFirst().grossReturn()).isEqualTo(-1);
        assertThat(score.strategies().getFirst().longShort()).isEqualTo(-1);
    }

    @Test
    void a_token_that_ended_stays_with_its_last_print() {
        Grid close = Grid.missing(2, 30);
        Grid signal = Grid.missing(2, 30);
        for (int day = 0; day < 30; day++) {
            close.set(0, day, 10);
            signal.set(0, day, 0);
            if (day < 10) {
                close.set(1, day, 10 - day);
                signal.set(1, day, 1);
            }
        }
        SignalScorecard card = SignalScoring.of(FIRST_DAY, List.of("LIVE", "DEAD"), close, signal, SETTINGS);
        assertThat(card.tokens()).isEqualTo(2);
        assertThat(card.ended()).isEqualTo(1);
        TokenScore dead = card.scores().getFirst();
        assertThat(dead.symbol()).isEqualTo("DEAD");
        assertThat(dead.ended()).isTrue();
        assertThat(dead.trades()).singleElement().satisfies(trade -> assertThat(trade.exit())
                .isEqualTo(ExitKind.TOKEN_ENDED));
        assertThat(dead.holding()).isCloseTo(1 / 9.0 - 1, within(1e-15));
        assertThat(card.meanHolding()).isCloseTo((1 / 9.0 - 1) / 2, within(1e-15));
        assertThat(card.hitRate()).isEqualTo(0);
    }

    @Test
    void without_a_signal_or_a_close_after_it_there_is_nothing_to_score() {
        SignalScorecard card = score(new double[] {10, 11}, new double[] {NONE, 1});
        assertThat(card.tokens()).isZero();
        assertThat(card.hitRate()).isNull();
        assertThat(card.costs()).isEmpty();
    }

    /** An account that is marked every day ends where the compounded trades say. */
    @Property(tries = 100)
    void the_trades_give_what_a_daily_account_gives(@ForAll long seed) {
        int days = 200;
        RandomGenerator random = new SplittableRandom(seed);
        double[] close = PriceWalks.walk(seed, days);
        double[] signal = new double[days];
        for (int day = 1; day < days; day++) {
            signal[day] = random.nextInt(6) == 0 ? random.nextInt(3) - 1 : signal[day - 1];
        }
        TokenScore score = score(close, signal).scores().getFirst();
        for (StrategyResult result : score.strategies()) {
            double cash = 1;
            double units = 0;
            double kept = 1 - result.costBasisPoints() / 10_000;
            for (int day = 1; day < days; day++) {
                boolean wanted = signal[day - 1] > 0;
                if (wanted && units == 0) {
                    units = cash * kept / close[day];
                    cash = 0;
                } else if (!wanted && units > 0) {
                    cash = units * close[day] * kept;
                    units = 0;
                }
            }
            double end = cash + units * close[days - 1];
            assertThat(result.longOnly()).isCloseTo(end - 1, within(1e-9));
        }
        long hits =
                score.trades().stream().filter(trade -> trade.grossReturn() > 0).count();
        if (!score.trades().isEmpty()) {
            assertThat(Objects.requireNonNull(score.hitRate()))
                    .isEqualTo((double) hits / score.trades().size());
        }
    }

    private static SignalScorecard score(double[] close, double[] signal) {
        return SignalScoring.of(
                FIRST_DAY, List.of("A"), Grid.of(1, close.length, close), Grid.of(1, close.length, signal), SETTINGS);
    }
}
