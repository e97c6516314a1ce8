package org.assay.ratings.report;

import java.util.List;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.panel.PanelReport;

/**
 * The outcome of an evaluation. It holds no time and no path, so that the same input makes the same bytes.
 *
 * @param panel what was judged on
 * @param reading what the panel's files were and what was cleaned
 * @param grades where the grades come from, in words
 * @param verdicts one for each grade, horizon and period
 */
public record EvaluationReport(Panel panel, PanelReport reading, String grades, List<Verdict> verdicts) {

    public EvaluationReport {
        verdicts = List.copyOf(verdicts);
    }

    /** Every figure as JSON, named as in the protocol's reference implementation. */
    public String json() {
        return JsonReport.of(this);
    }

    /** A page with tables and charts that needs nothing from elsewhere. */
    public String html() {
        return new HtmlReport(this).page();
    }
}
