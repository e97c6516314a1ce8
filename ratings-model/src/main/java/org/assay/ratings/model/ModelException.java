package org.assay.ratings.model;

import org.jspecify.annotations.Nullable;

/** Why there is no model. None of these goes away by trying again. */
public sealed class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private ModelException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable, for logs and answers. */
    public String code() {
        return code;
    }

    /** A file is not a model, or is damaged. */
    public static final class Corrupt extends ModelException {
        private static final long serialVersionUID = 1L;

        public Corrupt(String message, @Nullable Throwable cause) {
            super("model_corrupt", message, cause);
        }
    }

    /** A model needs another version of this program: its format or one of its features is not known here. */
    public static final class Unsupported extends ModelException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super("model_unsupported", message, null);
        }
    }

    /** There is no model of that version. */
    public static final class Unknown extends ModelException {
        private static final long serialVersionUID = 1L;

        public Unknown(String message) {
            super("model_unknown", message, null);
        }
    }

    /** A model could not be trained. */
    public static final class TrainingFailed extends ModelException {
        private static final long serialVersionUID = 1L;

        public TrainingFailed(String message, @Nullable Throwable cause) {
            super("training_failed", message, cause);
        }
    }
}
