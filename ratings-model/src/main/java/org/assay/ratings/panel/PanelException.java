package org.assay.ratings.panel;

import java.util.Locale;

/** A panel file that cannot be used as it is. The message names the file and, where there is one, the row. */
public final class PanelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Code {
        /** The file is absent or cannot be read. */
        UNREADABLE,
        /** The name ends in .gz and the content is not gzip, or it ends too early. */
        NOT_GZIP,
        /** The file holds nothing. */
        EMPTY,
        /** The files hold a header and no usable row. */
        NO_ROWS,
        /** A column that must be there is not, or one is there twice. */
        BAD_HEADER,
        /** A row has another number of fields than the header, or a quote that is not closed. */
        BAD_ROW,
        /** A row names no token. */
        NO_SYMBOL,
        /** A date is not of the form 2021-12-31. */
        BAD_DATE,
        /** A date lies before 2009-01-03, when trading could not have begun, or after 2099. */
        DATE_OUT_OF_RANGE,
        /** A number cannot be read. */
        BAD_NUMBER;

        /** Stable, for logs and scripts: {@code panel-bad-date}. */
        public String label() {
            return "panel-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final String file;
    private final int row;

    PanelException(Code code, String file, int row, String what) {
        super(file + (row > 0 ? ", row " + row : "") + ": " + what);
        this.code = code;
        this.file = file;
        this.row = row;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** The line of the file, the header being 1; 0 where the file as a whole is meant. */
    public int row() {
        return row;
    }
}
