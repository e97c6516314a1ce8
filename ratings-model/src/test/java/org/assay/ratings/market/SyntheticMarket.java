package org.assay.ratings.market;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assay.ratings.panel.Grid;
import org.assay.ratings.panel.Panel;

/**
 * A seeded market of random walks with a common part. Token 0 is BTC, 1 is ETH; some tokens begin late, some end early, and
 * single days are missing.
 */
public final class SyntheticMarket {

    public static final LocalDate FIRST_DAY = LocalDate.of(2019, 12, 15);

    private final Panel panel;
    private final Grid member;
    private final Grid grade;

    private SyntheticMarket(Panel panel, Grid member, Grid grade) {
        this.panel = panel;
        this.member = member;
        this.grade = grade;
    }

    public static SyntheticMarket of(long seed, int tokens, int days) {
        RandomGenerator random = new SplittableRandom(seed);
        double[] common = new double[days];
        for (int day = 0; day < days; day++) {
            common[day] = 0.02 * random.nextGaussian() + 0.02 * Math.sin(day / 60.0) * 0.3;
        }
        Grid close = Grid.missing(tokens, days);
        Grid cap = Grid.missing(tokens, days);
        Grid volume = Grid.missing(tokens, days);
        Grid grade = Grid.missing(tokens, days);
        Grid member = Grid.missing(tokens, days);
        for (int token = 0; token < tokens; token++) {
            int birth = token % 7 == 3 ? random.nextInt(days / 2) : 0;
            int death = token % 9 == 5 ? days / 2 + random.nextInt(days / 2) : days;
            double price = Math.exp(6 * random.nextDouble() - 2);
            double supply = Math.exp(22 - 5.0 * token / tokens + random.nextGaussian() / 2) / price;
            double level = 50;
            for (int day = birth; day < death; day++) {
                price *= Math.exp(common[day] + 0.04 * random.nextGaussian());
                level = Math.clamp(0.95 * level + 2.5 + 8 * random.nextGaussian(), 0.0, 100.0);
                if (token < 2 || random.nextInt(60) > 0) {
                    close.set(token, day, price);
                    cap.set(token, day, price * supply);
                    volume.set(token, day, price * supply * (0.02 + 0.02 * random.nextDouble()));
                }
                grade.set(token, day, level);
                member.set(token, day, day - birth >= 30 ? 1 : 0);
            }
        }
        List<String> symbols = IntStream.range(0, tokens)
                .mapToObj(SyntheticMarket::symbol)
                .sorted()
                .toList();
        Grid scope = Grid.missing(tokens, days);
        Panel panel = new Panel(FIRST_DAY, days, symbols, close, close, close, close, volume, cap, scope);
        return new SyntheticMarket(panel, member, grade);
    }

    private static String symbol(int token) {
        return switch (token) {
            case 0 -> "BTC";
            case 1 -> "ETH";
            default -> "T%03d".formatted(token);
        };
    }

    public Panel panel() {
        return panel;
    }

    public Grid member() {
        return member;
    }

    public Grid grade() {
        return grade;
    }

    public MarketInput input() {
        return new MarketInput(panel.firstDay(), panel.symbols(), panel.close(), panel.marketCap(), member, grade);
    }

    /** The same market cut after a number of days. */
    public SyntheticMarket first(int days) {
        return changed(days, 1);
    }

    /** The same market in which everything from a day on is another. */
    public SyntheticMarket scrambledFrom(int day) {
        Grid close = scrambled(panel.close(), day);
        Panel other = new Panel(
                panel.firstDay(),
                panel.days(),
                panel.symbols(),
                close,
                close,
                close,
                close,
                scrambled(panel.volume(), day),
                scrambled(panel.marketCap(), day),
                panel.scope());
        return new SyntheticMarket(other, scrambled(member, day), scrambled(grade, day));
    }

    private SyntheticMarket changed(int days, double factor) {
        Grid close = cut(panel.close(), days, factor);
        Panel other = new Panel(
                panel.firstDay(),
                days,
                panel.symbols(),
                close,
                close,
                close,
                close,
                cut(panel.volume(), days, factor),
                cut(panel.marketCap(), days, factor),
                cut(panel.scope(), days, factor));
        return new SyntheticMarket(other, cut(member, days, 1), cut(grade, days, 1));
    }

    private static Grid cut(Grid grid, int days, double factor) {
        Grid shorter = Grid.missing(grid.tokens(), days);
        for (int token = 0; token < grid.tokens(); token++) {
            for (int day = 0; day < days; day++) {
                shorter.set(token, day, grid.get(token, day) * factor);
            }
        }
        return shorter;
    }

    private static Grid scrambled(Grid grid, int from) {
        Grid other = cut(grid, grid.days(), 1);
        for (int token = 0; token < grid.tokens(); token++) {
            for (int day = from; day < grid.days(); day++) {
                double elsewhere = grid.get((token + 1) % grid.tokens(), day);
                other.set(token, day, (day + token) % 5 == 0 ? Double.NaN : elsewhere * (1 + (day * 7 + token) % 11));
            }
        }
        return other;
    }
}
