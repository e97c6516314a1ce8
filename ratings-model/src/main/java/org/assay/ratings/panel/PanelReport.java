package org.assay.ratings.panel;

import java.util.List;

/**
 * What was read and what was cleaned.
 *
 * @param sources the files in the order given
 * @param findings at most one of each kind, in the kinds' order
 */
public record PanelReport(List<Source> sources, List<Finding> findings) {

    /**
     * One file.
     *
     * @param name its name without the folder
     * @param rows how many rows it holds
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Source(String name, int rows, String sha256) {}

    public PanelReport {
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /** How many of a kind there are. */
    public long count(Finding.Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .mapToLong(Finding::count)
                .sum();
    }
}
