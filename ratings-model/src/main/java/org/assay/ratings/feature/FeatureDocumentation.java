package org.assay.ratings.feature;

import java.util.Comparator;
import java.util.stream.Collectors;

/** The catalog as a page of Markdown; {@code docs/methodology/features.md} is this page. */
public final class FeatureDocumentation {

    private FeatureDocumentation() {}

    /** The whole page. */
    public static String page() {
        StringBuilder page = new StringBuilder("""
                # Features

                What is measured of a token on a day, after its close and from rows up to that day alone. A value is the same
                to the last bit whether later rows exist or not, and however far back the panel reaches beyond the warm-up.
                What cannot be known is missing, never 0. Models read percentile ranks within the day, not values; a token's
                price unit therefore does not matter.

                C, H, L, O, V are the day's close, high, low, open and volume; F is C carried over at most 7 missing days;
                r(t) = ln F(t) - ln F(t-1). A statistic of n days needs two thirds of them unless it says otherwise. Volumes
                of different scopes are never compared: windows use the days of the last day's scope only, and levels are
                taken against the median of the scope. "The market" is the mean return of the day's universe, or its
                capitalisation-weighted return where a definition says so.

                This page is written from the code (`FeatureDocumentation`); a test compares the two.
                """);
        for (FeatureGroup group : FeatureGroup.values()) {
            page.append("\n## ").append(title(group)).append("\n\n");
            page.append("| id | definition | source | unit | warm-up, days | reads | version |\n");
            page.append("|---|---|---|---|---|---|---|\n");
            FeatureCatalog.all().stream()
                    .filter(feature -> feature.group() == group)
                    .map(FeatureDocumentation::row)
                    .forEach(page::append);
        }
        return page.toString();
    }

    private static String row(Feature feature) {
        String needs = feature.needs().stream()
                .sorted(Comparator.naturalOrder())
                .map(input -> input.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return "| `" + feature.id() + "` | " + feature.definition().replace("|", "\\|") + " | " + feature.source()
                + " | " + feature.unit() + " | " + feature.warmUpDays() + " | " + needs + " | " + feature.version()
                + " |\n";
    }

    private static String title(FeatureGroup group) {
        return switch (group) {
            case TREND -> "Trend: where the price has been going";
            case VOLATILITY -> "Volatility: how much the price moves";
            case RISK -> "Risk: losses, jumps and co-movement";
            case LIQUIDITY -> "Liquidity: how much is traded, and at what cost";
            case SIZE -> "Size: capitalisation, supply and age";
            case MARKET -> "Market: the same for every token, for display and regimes";
            case CHAIN -> "Chain: activity and flows, where data exist";
        };
    }
}
