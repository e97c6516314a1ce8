package org.assay.ratings.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models by version, side by side. */
public final class ModelStore {

    private static final String SHIPPED = "/org/assay/ratings/model/shipped.model";

    private final Map<String, RatingsModel> models = new LinkedHashMap<>();

    private ModelStore() {}

    /** A store with the model that comes with this program. */
    public static ModelStore shipped() {
        ModelStore store = new ModelStore();
        store.add(shippedModel());
        return store;
    }

    /**
     * A store with the shipped model and every {@code *.model} file of a folder.
     *
     * @throws ModelException when a file is no model, or two have the same version
     */
    public static ModelStore withFolder(Path folder) {
        ModelStore store = shipped();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.model")) {
            for (Path file : files) {
                store.add(load(file));
            }
        } catch (IOException e) {
            throw new ModelException.Unknown("the folder " + folder + " cannot be read: " + e);
        }
        return store;
    }

    /**
     * Reads one model file.
     *
     * @throws ModelException when it is missing or no model
     */
    public static RatingsModel load(Path file) {
        try {
            return ModelFile.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ModelException.Unknown("there is no model file " + file);
        } catch (IOException e) {
            throw new ModelException.Corrupt("the model file " + file + " cannot be read: " + e, e);
        }
    }

    /** The model that comes with this program. */
    public static RatingsModel shippedModel() {
        try (InputStream in = ModelStore.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new ModelException.Unknown("this build comes without a model");
            }
            return ModelFile.read(in.readAllBytes());
        } catch (IOException e) {
            throw new ModelException.Corrupt("the shipped model cannot be read: " + e, e);
        }
    }

    /**
     * The model of a version.
     *
     * @throws ModelException.Unknown when there is none
     */
    public RatingsModel version(String version) {
        RatingsModel model = models.get(version);
        if (model == null) {
            throw new ModelException.Unknown(
                    "there is no model of version " + version + ", only " + String.join(", ", models.keySet()));
        }
        return model;
    }

    public Collection<RatingsModel> all() {
        return models.values();
    }

    private void add(RatingsModel model) {
        RatingsModel other = models.putIfAbsent(model.version(), model);
        if (other != null && !other.provenance().equals(model.provenance())) {
            throw new ModelException.Corrupt("two different models have the version " + model.version(), null);
        }
    }
}
