package org.assay.signals.rating.run;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.assay.ratings.model.ModelException;
import org.assay.ratings.model.ModelStore;
import org.assay.ratings.model.RatingsModel;
import org.assay.signals.rating.RatingConfiguration;
import org.assay.signals.rating.RatingException;
import org.jspecify.annotations.Nullable;

/** The model that is rated by. */
@Singleton
@Requires(property = "assay.signals.rating.enabled", notEquals = StringUtils.FALSE)
final class RatingModels {

    private final RatingConfiguration settings;
    private @Nullable RatingsModel model;

    RatingModels(RatingConfiguration settings) {
        this.settings = settings;
    }

    /** @throws RatingException.Fatal when there is none or it cannot be read */
    RatingsModel inForce() throws RatingException {
        RatingsModel loaded = model;
        if (loaded == null) {
            String file = settings.modelFile();
            try {
                loaded = file == null ? ModelStore.shippedModel() : ModelStore.load(Path.of(file));
            } catch (ModelException e) {
                throw new RatingException.Fatal("no_model", String.valueOf(e.getMessage()), e);
            }
            model = loaded;
        }
        return loaded;
    }
}
