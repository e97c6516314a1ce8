package org.assay.standalone.ratings;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.assay.ratings.grade.Eligibility;
import org.assay.ratings.model.ModelException;
import org.assay.ratings.model.ModelFile;
import org.assay.ratings.model.RatingsModel;
import org.assay.ratings.model.RatingsTraining;
import org.assay.ratings.model.Recipes;
import org.assay.ratings.panel.LoadedPanel;
import org.assay.ratings.panel.Panel;
import org.assay.ratings.universe.Universe;
import org.assay.standalone.folder.Refusal;
import org.assay.standalone.folder.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ratings train}: trains a model on a panel. */
@Command(
        name = "train",
        description = "Trains a model of both grades; the same panel and seed make the same bytes.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    @Mixin
    private PanelOption panel = new PanelOption();

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "Where the model is written.")
    private Path out = Path.of("ratings.model");

    @Option(names = "--seed", paramLabel = "N", description = "What all randomness comes from (default 1).")
    private int seed = 1;

    @Option(
            names = "--first-use",
            paramLabel = "DAY",
            description =
                    "The first day the model will grade (default: the day after the panel). It learns only from what"
                            + " was known well before.")
    private @Nullable LocalDate firstUse;

    @Option(
            names = "--version-name",
            paramLabel = "NAME",
            description = "What the model is called (default: the day of first use and the seed).")
    private @Nullable String version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        LoadedPanel loaded = panel.read(spec.commandLine().getErr());
        Panel data = loaded.panel();
        console.println("panel        " + data.tokens() + " tokens, " + data.days() + " days");
        LocalDate first = firstUse == null ? data.day(data.days()) : firstUse;
        String name = version == null ? first + "-s" + seed : version;
        try {
            Universe universe = Universe.of(data);
            RatingsTraining training =
                    new RatingsTraining(data, PanelOption.digest(loaded), universe::contains, Eligibility.of(data));
            RatingsModel model = training.train(name, Recipes.standard(), first, seed);
            byte[] bytes = ModelFile.write(model);
            Files.write(out, bytes);
            console.println("model        " + model.version() + ", " + bytes.length + " bytes");
            console.println("trained on   " + model.provenance().get("trader.days.first") + " to "
                    + model.provenance().get("trader.days.last") + " (Trader), to "
                    + model.provenance().get("investor.days.last") + " (Investor)");
            console.println("written to   " + out);
            return 0;
        } catch (ModelException e) {
            throw new Refusal(Reason.NOT_STARTED, e.code() + ": " + e.getMessage(), "give a panel with more history");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
