package org.assay.standalone.folder;

/** A command that cannot be carried out as the installation stands; names the cause and the remedy. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, with the exit code that scripts can rely on. */
    public enum Reason {
        NOT_STARTED(1),
        NOT_RUNNING(3),
        FOLDER_IN_USE(4),
        FOREIGN_FOLDER(5),
        OTHER_MARKET_DATA(6),
        PORT_TAKEN(7),
        DISK_FULL(8),
        NOT_WRITABLE(9),
        NOT_STOPPED(10),
        NOT_READY(12);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Never 0, and never 2, which stands for a wrong command line. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;
    private final String remedy;

    /**
     * @param cause what is wrong, as a clause
     * @param remedy what the user can do about it, as a clause
     */
    public Refusal(Reason reason, String cause, String remedy) {
        super(cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the user can do about it. */
    public String remedy() {
        return remedy;
    }
}
