package org.assay.api.analysis;

/** What can be computed of a token. */
enum AnalysisKind {
    QUANT,
    CORRELATION,
    LEVEL,
    FORECAST
}
