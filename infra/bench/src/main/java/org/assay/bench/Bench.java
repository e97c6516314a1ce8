package org.assay.bench;

import org.assay.bench.audit.AuditCommand;
import org.assay.bench.crash.CrashCommand;
import org.assay.bench.http.PairCommand;
import org.assay.bench.load.LoadCommand;
import org.assay.bench.rating.RatingsCommand;
import org.assay.bench.visibility.VisibilityCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measuring harness. Loads this machine's loopback only, and stops by itself. */
@Command(
        name = "bench",
        description = "Measures Assay. Method and figures: docs/performance.md.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PairCommand.class,
            VisibilityCommand.class,
            AuditCommand.class,
            LoadCommand.class,
            CrashCommand.class,
            RatingsCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
