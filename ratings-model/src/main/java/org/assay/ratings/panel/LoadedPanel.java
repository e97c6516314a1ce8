package org.assay.ratings.panel;

/** A panel with what its reading brought to light. */
public record LoadedPanel(Panel panel, PanelReport report) {}
