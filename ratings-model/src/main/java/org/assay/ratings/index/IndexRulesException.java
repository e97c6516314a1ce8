package org.assay.ratings.index;

import java.util.List;

/** Rules that cannot be followed, with everything that is wrong about them. */
public final class IndexRulesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    IndexRulesException(String source, List<String> problems) {
        super(source + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each with the key that it is about. */
    public List<String> problems() {
        return problems;
    }
}
