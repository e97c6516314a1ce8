package org.assay.ratings.quant;

/**
 * What a figure means, for machines and people alike.
 *
 * @param id stable name
 * @param title name for people
 * @param formula with the symbols that {@code docs/methodology/quant.md} explains
 * @param unit of the value
 * @param annualised whether the figure is scaled to a year
 * @param benchmark what it is measured against
 */
public record MetricDefinition(
        String id, String title, String formula, MetricUnit unit, boolean annualised, Benchmark benchmark) {}
