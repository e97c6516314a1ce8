package org.assay.ratings.panel;

import org.assay.ratings.panel.Finding.Kind;

/** What shows only in a token's whole series: gaps, changes of the volume's scope, bad prints. */
final class SeriesFindings {

    private final Panel panel;
    private final Findings findings;

    SeriesFindings(Panel panel, Findings findings) {
        this.panel = panel;
        this.findings = findings;
    }

    void look() {
        BadPrints badPrints = new BadPrints(panel.close());
        for (int i = 0; i < panel.tokens(); i++) {
            look(i, badPrints);
        }
    }

    private void look(int token, BadPrints badPrints) {
        int previous = -1;
        for (int t = 0; t < panel.days(); t++) {
            int day = t;
            if (!panel.close().has(token, t)) {
                continue;
            }
            if (previous >= 0 && t - previous > 1) {
                int after = previous + 1;
                findings.add(Kind.GAP, t - previous - 1L, () -> where(token, after) + " to " + panel.day(day - 1));
            }
            if (previous >= 0 && panel.scope().get(token, t) != panel.scope().get(token, previous)) {
                findings.add(Kind.SCOPE_CHANGE, () -> where(token, day));
            }
            if (badPrints.at(token, t)) {
                findings.add(Kind.BAD_PRINT, () -> where(token, day));
            }
            previous = t;
        }
    }

    private String where(int token, int day) {
        return panel.symbols().get(token) + " " + panel.day(day);
    }
}
