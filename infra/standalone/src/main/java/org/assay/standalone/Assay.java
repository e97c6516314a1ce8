package org.assay.standalone;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.assay.standalone.command.DownCommand;
import org.assay.standalone.command.KeysCommand;
import org.assay.standalone.command.StatusCommand;
import org.assay.standalone.command.UpCommand;
import org.assay.standalone.command.VersionCommand;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.ratings.RatingsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/**
 * The command line of the standalone installation.
 *
 * <p>Exit codes: 0 done, 2 wrong command line, others as in {@link Refusal.Reason}.
 */
@Command(
        name = "assay",
        description = "Runs the Assay market-data platform on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            KeysCommand.class,
            VersionCommand.class,
            RatingsCommand.class,
            HelpCommand.class
        })
public final class Assay {

    private Assay() {}

    /** Runs one command and ends the process with its exit code; {@code up} goes on until it is told to stop. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/assay/standalone/logback-quiet.xml");
        }
        System.exit(run(standard(System.out), standard(System.err), arguments));
    }

    /** Runs one command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Assay());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
        line.setParameterExceptionHandler(Assay::misuse);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    private static PrintWriter standard(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    private static int misuse(ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("error: " + failure.getMessage());
        err.println("remedy: see '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof Refusal refusal) {
            err.println("error: " + refusal.getMessage());
            err.println("remedy: " + refusal.remedy());
            return refusal.reason().exitCode();
        }
        err.println("error: " + failure);
        failure.printStackTrace(err);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
