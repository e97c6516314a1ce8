package org.assay.standalone.ratings;

import picocli.CommandLine.Command;

/** {@code ratings}: what can be done with a panel of daily data. */
@Command(
        name = "ratings",
        description = "Trains rating models, grades tokens and judges grades, from panels of daily data.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {TrainCommand.class, GradeCommand.class, EvaluateCommand.class})
public final class RatingsCommand {}
