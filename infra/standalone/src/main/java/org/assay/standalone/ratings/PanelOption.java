package org.assay.standalone.ratings;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.PanelException;
import org.assay.ratings.panel.PanelReader;
import org.assay.ratings.panel.PanelReport;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import picocli.CommandLine.Option;

/** The panel files a command works on. */
public final class PanelOption {

    @Option(
            names = "--panel",
            required = true,
            paramLabel = "FILE",
            description = "A panel, CSV or CSV.gz; given again, later files continue the first.")
    private List<Path> files = new ArrayList<>();

    /** Reads the panel, and tells {@code notes} what was cleaned. */
    LoadedPanel read(PrintWriter notes) {
        try {
            LoadedPanel panel = PanelReader.read(files);
            panel.report().findings().forEach(finding -> notes.println("note      " + finding.line()));
            return panel;
        } catch (PanelException e) {
            throw new Refusal(
                    Reason.NOT_STARTED, e.code().label() + ": " + e.getMessage(), "correct the file, and try again");
        }
    }

    /** The files' digests, in their order. */
    static String digest(LoadedPanel panel) {
        return panel.report().sources().stream().map(PanelReport.Source::sha256).collect(Collectors.joining("+"));
    }
}
